pub trait Store {
    fn put<V: ToString>(&mut self, key: &str, value: V);
}

pub struct LineStore {
    pub lines: Vec<String>,
}

impl Store for LineStore {
    fn put<V: ToString>(&mut self, key: &str, value: V) {
        let value = value.to_string();
        self.lines.push(format!("{key}={value}"));
    }
}
