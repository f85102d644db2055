pub struct Index {
    names: Vec<String>,
}

impl Index {
    pub fn add(&mut self, name: &str) -> usize {
        self.names.push(name.to_string());
        self.names.len()
    }
}
