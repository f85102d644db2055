pub fn highest(readings: &Vec<f64>) -> f64 {
    readings.iter().copied().fold(f64::MIN, f64::max)
}
