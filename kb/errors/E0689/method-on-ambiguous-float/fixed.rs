pub fn backoff_seconds(attempt: i32) -> f64 {
    2.0_f64.powi(attempt).min(60.0)
}
