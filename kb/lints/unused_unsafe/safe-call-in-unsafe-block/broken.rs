pub fn decode(payload: &[u8]) -> Option<&str> {
    unsafe { std::str::from_utf8(payload).ok() }
}
