pub fn checksum(bytes: &[u8]) -> u32 {
    let all: &[u8] = &bytes[..];
    all.iter().map(|byte| u32::from(*byte)).sum()
}
