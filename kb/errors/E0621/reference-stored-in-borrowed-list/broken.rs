pub struct Index<'a> {
    names: Vec<&'a str>,
}

impl<'a> Index<'a> {
    pub fn add(&mut self, name: &str) -> usize {
        self.names.push(name);
        self.names.len()
    }
}
