pub fn join(high: u16, low: u16) -> u16 {
    (high << 8) + low
}
