pub fn median(latencies: &[f64]) -> Option<f64> {
    let mut sorted = latencies.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).expect("latencies are numbers"));
    sorted.get(sorted.len() / 2).copied()
}

pub fn is_slow(latencies: &[f64]) -> bool {
    median(latencies).is_some_and(|ms| ms > 250.0)
}
