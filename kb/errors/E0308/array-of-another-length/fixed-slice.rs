pub const STEPS: &[u32] = &[1, 2, 5, 10, 20];
