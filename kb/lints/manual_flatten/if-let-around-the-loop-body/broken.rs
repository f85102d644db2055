pub fn sum_known(readings: &[Option<f64>]) -> f64 {
    let mut sum = 0.0;
    for reading in readings {
        if let Some(value) = reading {
            sum += value;
        }
    }
    sum
}
