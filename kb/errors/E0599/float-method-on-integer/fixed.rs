pub fn side(area: u32) -> f64 {
    f64::from(area).sqrt()
}
