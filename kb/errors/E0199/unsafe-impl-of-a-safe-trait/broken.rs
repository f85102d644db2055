use std::collections::HashMap;

pub trait Store {
    fn load(&self, key: &str) -> Option<String>;
}

pub struct Memory {
    values: HashMap<String, String>,
}

unsafe impl Store for Memory {
    fn load(&self, key: &str) -> Option<String> {
        self.values.get(key).cloned()
    }
}
