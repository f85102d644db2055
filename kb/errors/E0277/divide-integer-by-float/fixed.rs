pub fn minutes(seconds: u32) -> f64 {
    f64::from(seconds) / 60.0
}
