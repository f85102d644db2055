pub fn length(header: &[u8]) -> Option<u32> {
    let bytes: [u8; 4] = header.get(..4)?;
    Some(u32::from_be_bytes(bytes))
}
