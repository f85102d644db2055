pub trait Store {
    fn put<V: ToString>(&mut self, key: &str, value: V);
}

pub struct LineStore {
    pub lines: Vec<String>,
}

impl Store for LineStore {
    fn put(&mut self, key: &str, value: u64) {
        self.lines.push(format!("{key}={}", value.to_string()));
    }
}
