pub const SIZES: &[u32] = &[16, 32, 64];

pub fn largest() -> Option<u32> {
    SIZES.iter().copied().max()
}
