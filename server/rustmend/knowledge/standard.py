"""More of std's names than diagnostics speak of: what a learned rewrite may bring elsewhere.

Methods, traits, types, modules, macros and attributes of std, core and alloc. One that is
missing counts as the user's own, so that a rewrite with it stays where it was learned.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STANDARD = _set(
    """
    abs_diff all alloc any as_any as_chunks as_raw_fd as_mut_vec atomic backtrace
    binary_search_by binary_search_by_key boxed canonicalize capacity cbrt checked_neg
    checked_pow checked_rem chunk_by compare_exchange core count_ones count_zeros create_dir
    create_dir_all current_dir debug_list debug_map debug_struct debug_tuple dedup_by
    dedup_by_key div_ceil div_euclid entry escape_debug escape_default exists extract_if
    fetch_add fetch_sub file_name file_stem fill fill_with finish first first_key_value flush
    fract from_digit from_fn from_millis from_mut from_ptr from_raw from_raw_parts from_ref
    from_secs from_secs_f64 future get_key_value get_or_init ge gt hash hasher hint ilog10 ilog2
    into_boxed_path into_mut into_os_string into_raw into_sorted_vec into_vec is_absolute
    is_alphanumeric is_ascii_alphabetic is_ascii_alphanumeric is_ascii_digit is_ascii_hexdigit
    is_ascii_lowercase is_ascii_punctuation is_ascii_uppercase is_ascii_whitespace is_control
    is_err_and is_infinite is_nan is_none_or is_ok_and is_poisoned is_power_of_two is_relative
    is_superset is_terminal keys last last_key_value le leading_zeros leak len len_utf8 lines
    make_ascii_lowercase make_ascii_uppercase make_contiguous max max_value metadata min
    min_value mul_add needs_drop net next_if next_if_eq next_power_of_two nth nth_back
    partition_point peek peek_mut pin pop_first pop_last position powi prelude product range
    read_link recv_timeout reduce repeat repeat_n replace_range replace_with resize_with
    retain_mut rfind rfold round rsplit_once saturating_mul scope set_len sleep slice
    sort_by_cached_key source split_ascii_whitespace split_inclusive split_last_mut sqrt sum
    swap_with_slice temp_dir time to_degrees to_le to_radians to_be to_str trailing_zeros
    transmute transpose trim_ascii try_borrow_mut try_find try_reserve_exact try_unwrap try_wait
    unsigned_abs values vars vec wait wait_timeout weak windows with_extension with_file_name
    yield_now zip wrapping_div wrapping_neg into_parts Acquire AcqRel BitAndAssign BitOrAssign
    BitXorAssign Bound Command DivAssign Excluded Included IntErrorKind Layout MulAssign
    NonZeroU16 NonZeroU64 NonZeroU8 OpenOptions Permissions Release RemAssign ShlAssign
    ShrAssign SubAssign Unbounded AtomicI8 AtomicI16 AtomicU16 AtomicIsize inline must_use
    non_exhaustive repr test cfg cfg_attr allow warn deny expect ignore should_panic doc feature
    thread_local matches derive C transparent MAX MIN EPSILON PI INFINITY NAN BITS NEG_INFINITY
    Ok T U V K E F A B N a b r
    """
)
