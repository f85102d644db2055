use std::cell::Cell;

pub trait Source {
    fn fetch(&self, key: &str) -> Option<String>;
}

pub struct CountingSource {
    pub hits: Cell<u32>,
}

impl Source for CountingSource {
    fn fetch(&self, key: &str) -> Option<String> {
        self.hits.set(self.hits.get() + 1);
        Some(format!("value of {key}"))
    }
}
