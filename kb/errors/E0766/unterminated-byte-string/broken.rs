pub fn is_png(data: &[u8]) -> bool {
    data.starts_with(b"\x89PNG)
}
