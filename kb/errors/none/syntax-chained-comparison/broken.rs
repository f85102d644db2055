pub fn in_range(value: f64, low: f64, high: f64) -> bool {
    low < value < high
}
