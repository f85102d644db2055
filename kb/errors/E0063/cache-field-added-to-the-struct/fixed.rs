use std::collections::HashMap;

pub struct Resolver {
    pub server: String,
    cache: HashMap<String, u32>,
}

impl Resolver {
    pub fn new(server: String) -> Self {
        Self {
            server,
            cache: HashMap::new(),
        }
    }

    pub fn cached(&self, host: &str) -> Option<u32> {
        self.cache.get(host).copied()
    }
}
