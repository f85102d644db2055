pub fn average(readings: &[Option<f64>]) -> f64 {
    let mut sum = 0.0;
    let mut count = 0;
    for value in readings.iter().flatten() {
        sum += value;
        count += 1;
    }
    sum / f64::from(count.max(1))
}
