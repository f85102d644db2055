pub fn checksum(block: &[u8; 16]) -> u8 {
    block.iter().fold(0, |sum, byte| sum ^ byte)
}
