pub fn mean(samples: &[f64]) -> f64 {
    let total: f64 = samples.iter().sum();
    total / samples.len() as f64
}
