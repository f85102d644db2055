pub struct Cache {
    entries: Vec<String>,
    capacity: usize,
}

impl Cache {
    pub fn new(capacity: usize) -> Cache {
        Cache {
            entries: Vec::new(),
            capacity,
        }
    }

    pub fn is_full(&self) -> bool {
        self.entries.len() >= self.capacity
    }
}

pub fn session_cache() -> Cache {
    Cache::new(64)
}
