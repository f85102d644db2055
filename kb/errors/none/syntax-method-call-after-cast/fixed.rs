pub fn standard_error(deviation: f64, count: u32) -> f64 {
    deviation / f64::from(count).sqrt()
}
