pub fn checksum(data: &[u8]) -> u32 {
    data.iter()
        .fold(0, |sum, &byte| sum.wrapping_add(u32::from(byte)))
}

pub fn is_intact(data: &[u8], expected: u32) -> bool {
    checksum(data) == expected
}
