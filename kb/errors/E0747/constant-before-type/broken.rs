pub struct Ring<T, const N: usize> {
    pub slots: [T; N],
}

pub fn silence() -> Ring<16, f32> {
    Ring { slots: [0.0; 16] }
}
