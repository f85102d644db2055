pub fn sum_known(readings: &[Option<f64>]) -> f64 {
    let mut sum = 0.0;
    for value in readings.iter().flatten() {
        sum += value;
    }
    sum
}
