pub const fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = 0;
    let mut i = 0;
    while i < bytes.len() {
        sum = sum * 31 + bytes[i] as u32;
        i += 1;
    }
    sum
}
