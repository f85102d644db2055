pub fn side(area: u32) -> u32 {
    area.isqrt()
}
