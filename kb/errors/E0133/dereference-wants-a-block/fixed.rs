pub fn checksum(block: &[u8; 16]) -> u8 {
    let start: *const u8 = block.as_ptr();
    // SAFETY: the pointer comes from an array with 16 elements.
    let first = unsafe { *start };
    block[1..].iter().fold(first, |sum, byte| sum ^ byte)
}
