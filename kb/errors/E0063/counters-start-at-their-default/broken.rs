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
        }
    }
}

impl Default for Stats {
    fn default() -> Self {
        Self::new()
    }
}
