fn head<const N: usize>(bytes: &[u8]) -> Option<&[u8; N]> {
    bytes.first_chunk::<N>()
}

pub fn magic(bytes: &[u8], size: usize) -> bool {
    head::<size>(bytes).is_some_and(|start| start.starts_with(b"PK"))
}
