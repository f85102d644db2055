pub fn count(readings: &[f64]) -> usize {
    readings.iter().fold(0, |total, _reading| total + 1)
}
