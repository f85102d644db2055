pub fn minutes(seconds: u32) -> f64 {
    seconds / 60.0
}
