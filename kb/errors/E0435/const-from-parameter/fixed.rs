pub fn limits(capacity: usize) -> (usize, usize) {
    let high_water: usize = capacity * 9 / 10;
    (high_water, capacity)
}
