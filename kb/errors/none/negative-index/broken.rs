pub fn latest(readings: &[f64]) -> f64 {
    readings[-1]
}
