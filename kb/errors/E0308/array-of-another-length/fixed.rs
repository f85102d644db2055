pub const STEPS: [u32; 5] = [1, 2, 5, 10, 20];
