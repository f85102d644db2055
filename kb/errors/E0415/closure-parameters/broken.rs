pub fn count(readings: &[f64]) -> usize {
    readings.iter().fold(0, |reading, reading| reading + 1)
}
