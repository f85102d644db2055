pub fn is_outlier(samples: &[f64], value: f64) -> bool {
    if samples.is_empty() {
        return false;
    }
    let average = samples.iter().sum::<f64>() / samples.len() as f64;
    let spread = samples
        .iter()
        .map(|s| (s - average).abs())
        .fold(0.0, f64::max);
    (value - average).abs() > spread
}
