"""More of std's names than diagnostics speak of: what a learned rewrite may bring elsewhere.

Methods, traits, types, modules, macros and attributes of std, core and alloc. One that is
missing counts as the user's own, so that a rewrite with it stays where it was learned.
"""

from rustmend.domain.names import KNOWN


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STANDARD = _set(
    """
    a abort abs_diff absolute accept accessed acos acosh add_extension addr addr_eq addr_of
    addr_of_mut advance advance_slices align align_of align_of_val align_offset align_to
    align_to_mut all alloc alloc_zeroed allow alternate ancestors and_modify any arch arg args
    args_os array_windows as_any as_array as_array_of_cells as_bytes_mut as_bytes_with_nul as_c_str
    as_chunks as_chunks_mut as_chunks_unchecked as_chunks_unchecked_mut as_encoded_bytes
    as_flattened as_flattened_mut as_micros as_millis as_mut_array as_mut_os_str as_mut_os_string
    as_mut_ptr_range as_mut_slices as_mut_unchecked as_mut_vec as_nanos as_os_str as_pin_mut
    as_pin_ref as_ptr_range as_raw_fd as_rchunks as_rchunks_mut as_ref_unchecked as_secs_f32
    as_secs_f64 as_slice_of_cells as_slices asin asinh asm assert_receiver_is_total_eq
    assert_unchecked assume_init assume_init_drop assume_init_mut assume_init_read assume_init_ref
    atan atan2 atanh atomic available_parallelism b back backtrace barrier binary_search_by
    binary_search_by_key bind bitand_assign bitor_assign bitxor_assign black_box boxed break_value
    broadcast btree_map btree_set buffer build_hasher byte_add byte_offset byte_offset_from
    byte_offset_from_unsigned byte_sub c_str c_void call_once_force caller canonicalize capacity
    capture cast_const cast_mut catch_unwind cause cbrt ceil_char_boundary cfg cfg_attr cfg_select
    channel checked_duration_since checked_neg checked_pow checked_rem checked_signed_diff chunk_by
    chunk_by_mut chunks_exact_mut chunks_mut classify clear_poison clone_from_slice cold_path column
    compare_and_swap compare_exchange compare_exchange_weak compiler_fence components connect
    connect_timeout consts consume continue_value copy copy_from copy_from_nonoverlapping
    copy_nonoverlapping copy_to copy_to_nonoverlapping copy_within copysign core core_intrinsics cos
    cosh count count_bytes count_ones count_zeros create create_dir create_dir_all create_new
    created current current_dir current_exe dangling dangling_mut dangling_ptr dealloc
    debug_assert_ne debug_list debug_map debug_set debug_struct debug_tuple decode_utf16
    decrement_strong_count dedup_by dedup_by_key deny derive description difference disabled
    discriminant display_buffer div_assign div_ceil div_euclid doc drop_in_place duration
    duration_since each_mut each_ref element_offset encode_utf16 encode_utf8 end end_bound entries
    entry env_clear env_remove envs err error error_len escape_ascii escape_debug escape_default
    escape_unicode exists exp exp2 exp_m1 expect expose_provenance extend_from_within extend_packed
    extension extract_if feature fence fetch_add fetch_and fetch_byte_add fetch_byte_sub fetch_max
    fetch_min fetch_nand fetch_not fetch_or fetch_ptr_add fetch_ptr_sub fetch_sub fetch_xor field
    file file_as_c_str file_name file_prefix file_stem file_type fill fill_buf fill_with finish
    finish_non_exhaustive first first_chunk first_chunk_mut first_entry first_key_value
    floor_char_boundary flowinfo flush fn_addr_eq for_value force force_capture force_mut fract
    from_be from_bits from_boxed_utf8_unchecked from_bytes_until_nul from_bytes_with_nul
    from_bytes_with_nul_unchecked from_digit from_elem from_encoded_bytes_unchecked from_fn
    from_hours from_le from_micros from_millis from_mins from_mut from_nanos from_nanos_u128
    from_ne_bytes from_octets from_ptr from_raw from_raw_os_error from_raw_parts from_raw_parts_mut
    from_ref from_secs from_secs_f32 from_secs_f64 from_segments from_size_align
    from_size_align_unchecked from_u32 from_u32_unchecked from_utf16 from_utf16_lossy from_utf8_mut
    from_utf8_unchecked from_utf8_unchecked_mut from_vec_unchecked from_vec_with_nul
    from_vec_with_nul_unchecked from_waker front fuse future ge get_args get_current_dir
    get_disjoint_unchecked_mut get_envs get_key_value get_or_init get_or_insert_default get_program
    get_ref get_unchecked_mut global_asm gt handle_alloc_error hard_link has_root hash hash_map
    hash_one hash_set hash_slice hasher hint home_dir hostname hypot identity ignore ilog10 ilog2
    incoming increment_strong_count index inherit inline insert_entry insert_mut inspect_err
    internal_macros intersection into_boxed_bytes into_boxed_c_str into_boxed_os_str into_boxed_path
    into_bytes_with_nul into_c_string into_cstring into_encoded_bytes into_error into_flattened
    into_inner_unchecked into_key into_mut into_os_string into_parts into_path_buf into_pin into_raw
    into_raw_parts into_ref into_remainder into_slice into_sorted_vec into_vec invalid is_absolute
    is_aligned is_alphanumeric is_ascii_alphabetic is_ascii_alphanumeric is_ascii_control
    is_ascii_digit is_ascii_graphic is_ascii_hexdigit is_ascii_lowercase is_ascii_punctuation
    is_ascii_uppercase is_ascii_whitespace is_break is_broadcast is_completed is_continue is_control
    is_disjoint is_documentation is_eq is_err_and is_finished is_ge is_gt is_infinite is_ipv4
    is_ipv6 is_le is_leader is_link_local is_loopback is_lt is_multicast is_multiple_of is_nan is_ne
    is_none_or is_normal is_null is_ok_and is_pending is_poisoned is_power_of_two is_private
    is_ready is_relative is_separator is_sign_negative is_sign_positive is_sorted_by
    is_sorted_by_key is_subnormal is_superset is_symlink is_terminal is_unicast_link_local
    is_unique_local is_unspecified is_verbatim is_zero join_multicast_v4 join_multicast_v6
    join_paths keys kill last last_chunk last_chunk_mut last_entry last_key_value last_os_error le
    leading_zeros leak leave_multicast_v4 leave_multicast_v6 len len_utf16 len_utf8 limit line lines
    lines_any ln_1p load local_addr location lock_shared log make_ascii_lowercase
    make_ascii_uppercase make_contiguous map_addr map_break map_continue map_ok map_split
    map_unchecked map_unchecked_mut match_indices matches max max_value maybe_dangling maybe_uninit
    message metadata midpoint min min_align_of min_align_of_val min_value modified mul_add
    mul_assign multicast_loop_v4 multicast_loop_v6 multicast_ttl_v4 must_use mutex naked_asm
    needs_drop net new_cyclic new_unchecked new_uninit new_uninit_slice new_with_keys new_zeroed
    new_zeroed_slice next_down next_if next_if_eq next_if_map next_if_map_mut next_power_of_two
    next_up nodelay non_exhaustive noop notify_all notify_one now nth nth_back nul_position null
    octets offset offset_from offset_from_unsigned offset_of once only_v6 open options
    or_insert_with_key os_str other output overflowing_neg pad pad_integral panic panic_any
    panicking parent park park_timeout park_timeout_ms partition_point path payload payload_as_str
    peek peek_from peek_mut peer_addr pending permissions pin pipe piped poll_fn pop_back_if
    pop_first pop_front_if pop_if pop_last port position powi precision prelude primitive product
    push_back_mut push_front_mut push_mut r range range_mut raw_get raw_os_error rchunks
    rchunks_exact rchunks_exact_mut rchunks_mut read_link read_timeout read_unaligned read_until
    read_vectored read_volatile readonly ready realloc recip recursive recv_from recv_timeout reduce
    rem_assign rem_euclid remainder remove_dir_all remove_entry remove_var repeat repeat_n
    repeat_packed repeat_with replace_range replace_with repr reserve_exact resize_with
    resume_unwind retain_mut rewind rfind rfold rmatch_indices rmatches round round_ties_even
    rsplit_mut rsplit_once rsplit_terminator rsplitn_mut rust_2015 rust_2018 rust_2021 rust_2024
    saturating_duration_since saturating_mul saturating_neg scan scope scope_id seek_relative
    segments select_nth_unstable select_nth_unstable_by select_nth_unstable_by_key
    select_unpredictable send_to set set_accessed set_broadcast set_current_dir set_extension
    set_file_name set_flowinfo set_hook set_ip set_len set_limit set_modified set_multicast_loop_v4
    set_multicast_loop_v6 set_multicast_ttl_v4 set_nodelay set_nonblocking set_only_v6
    set_permissions set_port set_position set_read_timeout set_readonly set_scope_id set_times
    set_ttl set_var set_write_timeout shl shl_assign should_panic shr shr_assign shrink_to shutdown
    sign_aware_zero_pad sign_minus sign_plus sin sin_cos sinh sink size_hint size_of_val skip
    skip_until sleep sleep_ms slice slice_from_raw_parts slice_from_raw_parts_mut
    slice_mut_unchecked slice_unchecked sort_by_cached_key source spare_capacity_mut spawn_scoped
    spawn_unchecked spin_loop spin_loop_hint split_ascii_whitespace split_at_checked
    split_at_mut_checked split_at_mut_unchecked split_at_unchecked split_first_chunk
    split_first_chunk_mut split_first_mut split_inclusive split_inclusive_mut split_last_chunk
    split_last_chunk_mut split_last_mut split_mut split_off_first split_off_first_mut split_off_last
    split_off_last_mut split_off_mut split_paths split_point_of splitn_mut sqrt stack_size start
    start_bound static_mut static_ref status store stream_position sub_assign subsec_micros
    subsec_millis subsec_nanos success sum swap_bytes swap_nonoverlapping swap_remove_back
    swap_remove_front swap_with_slice symlink_metadata sync_all sync_channel sync_data sys
    take_error take_hook take_if tan tanh task temp_dir test thread_local time timed_out to_be
    to_bytes to_bytes_with_nul to_canonical to_degrees to_int_unchecked to_ipv4_mapped to_le to_mut
    to_ne_bytes to_path_buf to_radians to_socket_addrs to_str to_string_lossy trailing_zeros
    transmute transmute_copy transparent transpose trim_ascii trim_ascii_end trim_ascii_start
    truncate try_borrow_mut try_borrow_unguarded try_clone try_exists try_find try_from_secs_f32
    try_from_secs_f64 try_iter try_lock_shared try_read try_reserve_exact try_rfold try_send
    try_unwrap try_update try_wait try_with try_write ttl type_id type_name_of_val u8_xe_bytes_doc
    uninit uninitialized unique unlock unpaired_surrogate unpark unreachable_unchecked unsigned_abs
    unwrap_err_unchecked unwrap_or_clone unwrap_unchecked update utf8_chunks utf8_error valid_up_to
    values var var_os vars vars_os vec vtable wait wait_force wait_timeout wait_timeout_ms
    wait_timeout_while wait_while wait_with_output wake wake_by_ref waker warn weak weak_count width
    will_wake windows with with_added_extension with_addr with_borrow with_borrow_mut
    with_capacity_and_hasher with_exposed_provenance with_exposed_provenance_mut with_extension
    with_file_name with_hasher without_provenance without_provenance_mut wrapping_byte_add
    wrapping_byte_offset wrapping_byte_sub wrapping_div wrapping_neg wrapping_offset write_bytes
    write_char write_clone_of_slice write_copy_of_slice write_i128 write_i16 write_i32 write_i64
    write_i8 write_isize write_timeout write_u128 write_u16 write_u32 write_u64 write_u8
    write_unaligned write_usize write_vectored write_volatile xor yield_now zeroed zip A ARCH
    AccessError AcqRel Acquire AddrInUse AddrNotAvailable AlreadyExists ArcEqIdent ArgsOs
    ArgumentListTooLong ArrayWindows AsciiExt AsyncFn AsyncFnMut AsyncFnOnce AtomicI16 AtomicI8
    AtomicIsize AtomicU16 B BITS BROADCAST BacktraceStatus BarrierWaitResult BitAndAssign
    BitOrAssign BitXorAssign Bound BrokenPipe BuildHasher BuildHasherDefault C CharTryFromError
    ChildStderr ChildStdin ChildStdout ChunkBy ChunkByMut ChunksExact ChunksExactMut ChunksMut
    Command CommandArgs CommandEnvs ConnectionAborted ConnectionRefused ConnectionReset
    CrossesDevices CurDir DIGITS DLL_EXTENSION DLL_PREFIX DLL_SUFFIX DebugList DebugMap DebugSet
    DebugStruct DebugTuple DecodeUtf16 DecodeUtf16Error DeviceNS DirBuilder DirectoryNotEmpty
    DivAssign E EPSILON EULER_GAMMA EXE_EXTENSION EXE_SUFFIX EncodeUtf16 EncodeWide EscapeAscii
    EscapeDebug EscapeDefault EscapeUnicode Excluded ExecutableFileBusy F FAILURE FAMILY FRAC_1_PI
    FRAC_1_SQRT_2 FRAC_2_PI FRAC_2_SQRT_PI FRAC_PI_2 FRAC_PI_3 FRAC_PI_4 FRAC_PI_6 FRAC_PI_8
    FileTimes FileTooLarge FpCategory FromBytesUntilNulError FromBytesWithNulError FromFn
    FromUtf16Error FromVecWithNulError GOLDEN_RATIO GetDisjointMutError GlobalAlloc HostUnreachable
    INFINITY Included IntErrorKind IntoInnerError IntoKeys IntoStringError IntoValues InvalidDigit
    InvalidFilename IoSlice IoSliceMut IsADirectory IsTerminal JoinPathsError K LN_10 LN_2 LOCALHOST
    LOG10_2 LOG10_E LOG2_10 LOG2_E Layout LayoutError LineWriter LinesAny LocalKey LowerExp
    MAIN_SEPARATOR MAIN_SEPARATOR_STR MANTISSA_DIGITS MAX MAX_10_EXP MAX_EXP MAX_LEN_UTF16
    MAX_LEN_UTF8 MIN MIN_10_EXP MIN_EXP MIN_LEN MIN_POSITIVE MapWhile MulAssign N NAN NEG_INFINITY
    NOOP NegOverflow NetworkDown NetworkUnreachable NonZeroU16 NonZeroU64 NonZeroU8 NotADirectory
    NotConnected NotPresent NotSeekable NotUnicode NulError Ok OnceState OnceWith OpenOptions
    OutOfMemory PI PanicHookInfo PanicMessage ParentDir ParseCharError ParseError PeekMut
    Permissions PipeReader PipeWriter PollFn PosOverflow PrefixComponent QuotaExceeded RADIX RChunks
    RChunksExact RChunksExactMut RChunksMut REPLACEMENT_CHARACTER RSplit RSplitMut RSplitN
    RSplitNMut RangeInclusiveIter RangeMut RawWaker RawWakerVTable RcEqIdent ReadOnlyFilesystem
    RecvTimeoutError Release RemAssign RepeatN RepeatWith ResourceBusy RootDir SQRT_2 SUCCESS
    ShlAssign ShrAssign SipHasher SocketAddrV4 SocketAddrV6 SplitAsciiWhitespace SplitInclusive
    SplitInclusiveMut SplitMut SplitN SplitNMut SplitPaths StaleNetworkFileHandle StderrLock
    StdinLock StdoutLock StorageFull StripPrefixError SubAssign SymmetricDifference SystemTimeError
    T TAU TimedOut TooManyLinks TryFromCharError TryFromFloatSecsError TryFromSliceError TryIter
    TryLockResult TryRecvError TryReserveError TrySendError TypeId U UNICODE_VERSION UNIX_EPOCH
    UNSPECIFIED Unbounded UnexpectedEof UpperExp Utf8Chunk Utf8Chunks V ValuesMut VarsOs
    VerbatimDisk WaitTimeoutResult WriteZero WriterPanicked ZERO
    """
)

# what anybody calls what has no name of its own: it tells nothing of whose code it was
CUSTOMARY = _set(
    """
    acc e el elem element entry err error extra f guard i idx index inner input it item j k lock
    marker n other phantom res rest result s t tmp v val value x y _marker
    """
)

# no name of anybody's own
COMMON = KNOWN | STANDARD | CUSTOMARY | {"_"}
