pub fn standard_error(deviation: f64, count: u32) -> f64 {
    deviation / (count as f64).sqrt()
}
