use std::time::Instant;

pub struct Stats {
    pub started: Instant,
    pub hits: u64,
    pub misses: u64,
}

impl Stats {
    pub fn new() -> Self {
        Stats {
            started: Instant::now(),
            hits: Default::default(),
            misses: Default::default(),
        }
    }
}

impl Default for Stats {
    fn default() -> Self {
        Self::new()
    }
}
