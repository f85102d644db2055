pub fn checksum(bytes: &[u8]) -> u8 {
    let mut sum = 0u8;
    /// Overflow wraps around on purpose.
    for byte in bytes {
        sum = sum.wrapping_add(*byte);
    }
    sum
}
