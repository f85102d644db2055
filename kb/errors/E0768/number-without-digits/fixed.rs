pub const MASK: u8 = 0x0F;

pub fn masked(value: u8) -> u8 {
    value & MASK
}
