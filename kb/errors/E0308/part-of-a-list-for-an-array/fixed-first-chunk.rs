pub fn length(header: &[u8]) -> Option<u32> {
    let bytes = header.first_chunk::<4>()?;
    Some(u32::from_be_bytes(*bytes))
}
