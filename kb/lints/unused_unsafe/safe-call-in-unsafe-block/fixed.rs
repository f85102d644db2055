pub fn decode(payload: &[u8]) -> Option<&str> {
    std::str::from_utf8(payload).ok()
}
