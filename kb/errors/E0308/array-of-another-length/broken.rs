pub const STEPS: [u32; 4] = [1, 2, 5, 10, 20];
