pub struct Ring<T, const N: usize> {
    pub slots: [T; N],
}

pub fn silence() -> Ring<f32, 16> {
    Ring { slots: [0.0; 16] }
}
