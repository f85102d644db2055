#[allow(clipy::too_many_arguments)]
pub fn color(r: u8, g: u8, b: u8, a: u8) -> u32 {
    u32::from_be_bytes([r, g, b, a])
}
