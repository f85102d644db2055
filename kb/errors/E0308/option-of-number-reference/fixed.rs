use std::collections::HashMap;

pub struct Inventory {
    counts: HashMap<String, u32>,
}

impl Inventory {
    pub fn in_stock(&self, article: &str) -> Option<u32> {
        self.counts.get(article).copied()
    }
}
