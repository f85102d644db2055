pub fn highest(readings: &[f64]) -> f64 {
    readings.iter().copied().fold(0.0, f64::max)
}
