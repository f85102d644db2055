pub fn midpoint(low: f64, high: f64) -> f64 {
    (low + high) * .5
}
