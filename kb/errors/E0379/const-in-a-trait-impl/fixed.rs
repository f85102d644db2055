pub struct Limits {
    pub depth: u32,
    pub nodes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            depth: 64,
            nodes: 10_000,
        }
    }
}
