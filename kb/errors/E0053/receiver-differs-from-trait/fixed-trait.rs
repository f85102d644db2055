pub trait Source {
    fn fetch(&mut self, key: &str) -> Option<String>;
}

pub struct CountingSource {
    pub hits: u32,
}

impl Source for CountingSource {
    fn fetch(&mut self, key: &str) -> Option<String> {
        self.hits += 1;
        Some(format!("value of {key}"))
    }
}
