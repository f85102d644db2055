"""Names that every Rust program shares: keywords, primitive types, and what std calls things.

Not all of std: what diagnostics speak of, without the names that people give to their own
variables and types as well (``line``, ``Entry``). One that is missing counts as a user's
own, which costs a little precision and nothing else.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


KEYWORDS = _set(
    """
    as async await become break const continue crate do dyn else enum extern false final fn for gen
    if impl in let loop macro macro_rules match mod move mut override priv pub raw ref return self
    Self static struct super trait true try type typeof union unsafe unsized use virtual where
    while yield
    """
)

PRIMITIVES = _set(
    """
    bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 f16 f128
    integer float
    """
)

STD_TYPES = _set(
    """
    Add AddAssign AddrParseError Alignment Allocator Any Arc Args Arguments AsFd AsMut AsRef
    AssertUnwindSafe AtomicBool AtomicI32 AtomicI64 AtomicPtr AtomicU32 AtomicU64 AtomicU8
    AtomicUsize BTreeMap BTreeSet Barrier BinaryHeap BitAnd BitOr BitXor Borrow BorrowError
    BorrowMut BorrowMutError Box BufRead BufReader BufWriter CStr CString Cell CharIndices Chars
    Clone Cloned CoerceUnsized Condvar ControlFlow Copied Copy Cow Cursor Debug Default
    DefaultHasher Deref DerefMut DirEntry Display Div DivAssign DoubleEndedIterator Drop Duration
    Enumerate Eq Equal Err Error ErrorKind ExactSizeIterator ExitCode ExitStatus Extend File
    FileType FilterMap FlatMap Flatten Fn FnMut FnOnce Formatter From FromIterator FromStr
    FromUtf8Error Fuse FusedIterator Future Greater Hash HashMap HashSet Hasher Index IndexMut
    Infallible Instant Into IntoFuture IntoIter IntoIterator InvalidData InvalidInput IpAddr
    Ipv4Addr Ipv6Addr Item Iter IterMut Iterator JoinHandle LazyCell LazyLock Less LinkedList
    LockResult LowerHex ManuallyDrop MaybeUninit Mul MulAssign Mutex MutexGuard Neg NonNull
    NonZero NonZeroU32 NonZeroUsize None Not NotFound OccupiedEntry Octal OnceCell OnceLock Option
    Ord Ordering OsStr OsString Output PanicInfo ParseBoolError ParseFloatError ParseIntError
    PartialEq PartialOrd Path PathBuf Pattern Peekable PermissionDenied PhantomData PhantomPinned
    Pin Pointee Pointer PoisonError Poll Product RandomState Range RangeBounds RangeFrom RangeFull
    RangeInclusive RangeTo RangeToInclusive Rc Read ReadDir Receiver RecvError Ref RefCell RefMut
    RefUnwindSafe Relaxed Rem Result Rev RwLock RwLockReadGuard RwLockWriteGuard Saturating
    ScopedJoinHandle Searcher Seek SeekFrom Send SendError Sender SeqCst Shl Shr Sized SkipWhile
    SliceIndex SocketAddr Some Split SplitWhitespace StdError Stdin Stdio Stdout StepBy String Sub
    SubAssign Sum Sync SyncSender SystemTime TakeWhile TcpListener TcpStream Termination ThreadId
    ToOwned ToSocketAddrs ToString Try TryFrom TryFromIntError TryInto TryLockError UdpSocket
    Unpin UnsafeCell Unsize UnwindSafe UpperHex Utf8Error VacantEntry VarError Vec VecDeque Wake
    Waker Weak WouldBlock Wrapping Write
    """
)

STD_NAMES = _set(
    """
    abs add add_assign and and_then append array as_bytes as_deref as_deref_mut as_mut as_mut_ptr
    as_mut_slice as_mut_str as_path as_ptr as_ref as_secs as_slice as_str ascii assert assert_eq
    assert_ne back_mut binary_search bitand bitor bitxor borrow borrow_mut by_ref bytes call_mut
    call_once cast ceil cell cfg chain char_indices chars checked_add checked_div checked_mul
    checked_sub chunk_by chunks chunks_exact clamp clear clone clone_from clone_into cloned cmp
    collect collections compile_error concat contains contains_key convert copied copy_from_slice
    cycle dbg debug_assert debug_assert_eq dedup default deprecated deref deref_mut derive div
    downcast downcast_mut downcast_ref downgrade drain drop elapsed empty ends_with enumerate env
    eprint eprintln eq eq_ignore_ascii_case exit expect expect_err extend extend_from_slice filter
    filter_map find find_map first_mut flat_map flatten floor fmt fold for_each forget fork format
    format_args from from_be_bytes from_bytes from_iter from_le_bytes from_str from_str_radix
    from_utf8 from_utf8_lossy front_mut fs get get_disjoint_mut get_mut get_or_insert
    get_or_insert_with get_unchecked global_allocator include include_bytes include_str index_mut
    insert insert_str inspect into into_boxed_slice into_boxed_str into_bytes into_future
    into_inner into_iter into_keys into_owned into_string into_values io is_alphabetic
    is_alphanumeric is_ascii is_char_boundary is_digit is_dir is_empty is_err is_file is_finite
    is_infinite is_lowercase is_nan is_negative is_none is_numeric is_ok is_positive is_some
    is_some_and is_sorted is_subset is_uppercase is_whitespace iter iter_mut join last_mut lock
    log10 log2 lt macro_export macro_use main make_mut map map_err map_or map_or_else map_while
    marker max_by max_by_key mem min_by min_by_key module_path mpsc mul must_use ne neg new next
    next_back no_mangle no_std non_exhaustive nonzero not null_mut ok ok_or ok_or_else once_with
    ops option option_env or or_default or_else or_insert or_insert_with owned parse partial_cmp
    partition peekable poll pop pop_back pop_front pow powf powi print println process ptr ptr_eq
    push push_back push_front push_str rc read read_dir read_exact read_line read_to_end
    read_to_string recv ref_count rem remove remove_dir remove_file rename replace replacen repr
    reserve resize retain rev reverse rotate_left rotate_right rposition rsplit rsplitn
    saturating_add saturating_sub seek send shrink_to_fit signum size_of skip_while sort sort_by
    sort_by_key sort_unstable sort_unstable_by sort_unstable_by_key spawn splice split split_at
    split_at_mut split_first split_last split_off split_once split_terminator split_whitespace
    splitn starts_with std stderr stdin stdout step_by str stringify strip_prefix strip_suffix
    strong_count sub successors swap swap_remove symmetric_difference sync take take_while then
    then_some then_with thread to_ascii_lowercase to_ascii_uppercase to_be_bytes to_bits to_digit
    to_le_bytes to_lowercase to_owned to_string to_uppercase to_vec todo total_cmp track_caller
    trim trim_end trim_end_matches trim_left trim_matches trim_right trim_start trim_start_matches
    trunc try_borrow try_borrow_mut try_fold try_for_each try_from try_into try_lock try_recv
    try_reserve type_name unimplemented union unreachable unwrap unwrap_err unwrap_or
    unwrap_or_default unwrap_or_else unzip upgrade values_mut with_capacity wrapping_add
    wrapping_mul wrapping_sub write write_all write_fmt write_str writeln
    """
)

KNOWN = KEYWORDS | PRIMITIVES | STD_TYPES | STD_NAMES
