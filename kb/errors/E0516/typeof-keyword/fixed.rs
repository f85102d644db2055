pub fn spread(readings: &[f64]) -> f64 {
    let first = readings.first().copied().unwrap_or(0.0);
    let mut highest = first;
    for &reading in readings {
        highest = highest.max(reading);
    }
    highest - first
}
