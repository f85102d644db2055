pub fn shipping(weight: f64) -> f64 {
    4.90 + weight * 0.5
}
