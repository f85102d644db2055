pub fn backoff_seconds(attempt: i32) -> f64 {
    2.0.powi(attempt).min(60.0)
}
