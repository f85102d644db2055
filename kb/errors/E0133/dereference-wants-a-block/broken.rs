pub fn checksum(block: &[u8; 16]) -> u8 {
    let start: *const u8 = block.as_ptr();
    let first = *start;
    block[1..].iter().fold(first, |sum, byte| sum ^ byte)
}
