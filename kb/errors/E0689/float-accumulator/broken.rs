pub fn highest(readings: &[f64]) -> f64 {
    let mut highest = 0.0;
    for &reading in readings {
        highest = highest.max(reading);
    }
    highest
}
