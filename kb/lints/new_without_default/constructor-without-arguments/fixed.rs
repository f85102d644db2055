#[derive(Default)]
pub struct Registry {
    names: Vec<String>,
}

impl Registry {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, name: &str) {
        self.names.push(name.to_string());
    }
}
