pub fn after(start: u32, step: &str) -> u32 {
    start + step
}
