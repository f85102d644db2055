pub fn adler_sum(data: &[u8]) -> u32 {
    let mut a = 1;
    let mut b = 0;
    for byte in data {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    (b << 16) | a
}
