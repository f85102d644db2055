use std::collections::HashMap;
use std::str::FromStr;

pub struct Options {
    values: HashMap<String, String>,
}

impl<T: FromStr> Options {
    pub fn get(&self, name: &str) -> Option<T> {
        self.values.get(name)?.parse().ok()
    }
}
