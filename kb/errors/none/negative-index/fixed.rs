pub fn latest(readings: &[f64]) -> Option<f64> {
    readings.last().copied()
}
