pub const fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = 0;
    let mut i = 0;
    while i < bytes.len() {
        sum = u32::wrapping_add(sum, bytes[i] as u32).rotate_left(5);
        i += 1;
    }
    sum
}
