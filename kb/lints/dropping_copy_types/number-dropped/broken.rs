pub fn mean(samples: &[f64]) -> f64 {
    let total: f64 = samples.iter().sum();
    let mean = total / samples.len() as f64;
    drop(total);
    mean
}
