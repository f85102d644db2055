pub const SIZES: Vec<u32> = vec![16, 32, 64];

pub fn largest() -> Option<u32> {
    SIZES.iter().copied().max()
}
