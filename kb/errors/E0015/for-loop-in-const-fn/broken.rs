pub const fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = 0;
    for i in 0..bytes.len() {
        sum = sum * 31 + bytes[i] as u32;
    }
    sum
}
