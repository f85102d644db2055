pub fn side(area: u32) -> f64 {
    area.sqrt()
}
