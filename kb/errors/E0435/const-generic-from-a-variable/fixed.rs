fn head(bytes: &[u8], size: usize) -> Option<&[u8]> {
    bytes.get(..size)
}

pub fn magic(bytes: &[u8], size: usize) -> bool {
    head(bytes, size).is_some_and(|start| start.starts_with(b"PK"))
}
