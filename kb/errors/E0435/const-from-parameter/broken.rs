pub fn limits(capacity: usize) -> (usize, usize) {
    const HIGH_WATER: usize = capacity * 9 / 10;
    (HIGH_WATER, capacity)
}
