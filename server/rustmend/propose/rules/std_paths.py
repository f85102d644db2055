"""Where the standard library's common names live."""

_MODULES = {
    "std::collections": "HashMap HashSet BTreeMap BTreeSet VecDeque BinaryHeap LinkedList hash_map "
    "btree_map",
    "std::fmt": "Display Debug Formatter Write",
    "std::io": "Read Write BufRead BufReader BufWriter Seek SeekFrom Cursor ErrorKind stdin stdout",
    "std::fs": "File OpenOptions read_to_string",
    "std::path": "Path PathBuf",
    "std::rc": "Rc Weak",
    "std::sync": "Arc Mutex RwLock OnceLock LazyLock Condvar Once mpsc MutexGuard",
    "std::sync::atomic": "AtomicBool AtomicUsize AtomicU32 AtomicU64 AtomicI32 AtomicI64 Ordering",
    "std::cell": "Cell RefCell OnceCell Ref RefMut UnsafeCell",
    "std::borrow": "Cow Borrow BorrowMut ToOwned",
    "std::cmp": "Ordering Reverse min max",
    "std::convert": "TryFrom TryInto Infallible AsRef AsMut",
    "std::iter": "FromIterator Peekable FusedIterator Extend repeat once empty from_fn",
    "std::str": "FromStr Chars from_utf8 Utf8Error CharIndices",
    "std::string": "FromUtf8Error ToString",
    "std::ops": "Deref DerefMut Index IndexMut Add Sub Mul Div Neg Not AddAssign SubAssign "
    "MulAssign Range RangeInclusive RangeBounds Bound ControlFlow Rem Shl Shr BitAnd BitOr BitXor",
    "std::time": "Duration Instant SystemTime UNIX_EPOCH",
    "std::error": "Error",
    "std::hash": "Hash Hasher BuildHasher",
    "std::collections::hash_map": "Entry DefaultHasher RandomState",
    "std::collections::btree_map": "Entry",
    "std::marker": "PhantomData PhantomPinned",
    "std::mem": "MaybeUninit ManuallyDrop size_of swap replace take",
    "std::num": "ParseIntError ParseFloatError NonZeroU32 NonZeroUsize NonZeroU64 NonZero Wrapping "
    "TryFromIntError",
    "std::any": "Any TypeId type_name",
    "std::env": "args",
    "std::process": "Command ExitCode Stdio exit",
    "std::thread": "JoinHandle sleep spawn",
    "std::net": "TcpStream TcpListener IpAddr Ipv4Addr Ipv6Addr SocketAddr UdpSocket ToSocketAddrs",
    "std::ffi": "OsStr OsString CStr CString c_void c_char c_int",
    "std::future": "Future IntoFuture ready",
    "std::pin": "Pin pin",
    "std::task": "Poll Waker",
    "std::ptr": "NonNull null null_mut",
    "std::slice": "Iter IterMut",
    "std::vec": "IntoIter Drain",
    "std::default": "Default",
    "std::alloc": "Layout GlobalAlloc",
    "std::os::raw": "c_uint c_long",
    "std": "fmt io mem fs env iter cmp str ops collections thread time process path rc sync cell "
    "borrow convert error hash net num ptr slice vec task",
}
# A task's Context and a Result are named after their modules' own
_EXTRA = {
    "std::task::Context": "Context",
    "std::fmt::Result": "Result",
    "std::io::Result": "Result",
}

STD_PATHS: dict[str, tuple[str, ...]] = {}
for _module, _names in _MODULES.items():
    for _name in _names.split():
        STD_PATHS[_name] = (*STD_PATHS.get(_name, ()), f"{_module}::{_name}")
for _path, _name in _EXTRA.items():
    STD_PATHS[_name] = (*STD_PATHS.get(_name, ()), _path)

TRAIT_OF_METHOD: dict[str, tuple[str, ...]] = {
    "read_line": ("std::io::BufRead",), "lines": ("std::io::BufRead",),
    "read_to_string": ("std::io::Read",), "read_to_end": ("std::io::Read",),
    "read_exact": ("std::io::Read",), "read": ("std::io::Read",),
    "write_all": ("std::io::Write",), "flush": ("std::io::Write",), "write": ("std::io::Write",),
    "write_fmt": ("std::fmt::Write", "std::io::Write"), "write_str": ("std::fmt::Write",),
    "write_char": ("std::fmt::Write",), "seek": ("std::io::Seek",),
    "from_str": ("std::str::FromStr",), "hash": ("std::hash::Hash",),
    "finish": ("std::hash::Hasher",), "borrow": ("std::borrow::Borrow",),
    "deref": ("std::ops::Deref",), "fmt": ("std::fmt::Display", "std::fmt::Debug"),
    "source": ("std::error::Error",), "description": ("std::error::Error",),
    "from_iter": ("std::iter::FromIterator",), "try_from": ("std::convert::TryFrom",),
    "try_into": ("std::convert::TryInto",), "type_id": ("std::any::Any",),
    "add": ("std::ops::Add",), "index": ("std::ops::Index",), "to_socket_addrs":
    ("std::net::ToSocketAddrs",),
}  # fmt: skip
