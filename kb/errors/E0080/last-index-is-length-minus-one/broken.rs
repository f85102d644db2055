const STEPS: [u32; 4] = [10, 50, 200, 1000];

pub const LARGEST: u32 = STEPS[STEPS.len()];

pub fn step(level: usize) -> u32 {
    STEPS.get(level).copied().unwrap_or(LARGEST)
}
