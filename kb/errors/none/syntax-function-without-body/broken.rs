pub fn checksum(data: &[u8]) -> u32;

pub fn is_intact(data: &[u8], expected: u32) -> bool {
    checksum(data) == expected
}
