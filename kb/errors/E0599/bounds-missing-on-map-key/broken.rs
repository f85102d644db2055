use std::collections::HashMap;

pub struct Cache<K, V> {
    entries: HashMap<K, V>,
}

impl<K, V> Cache<K, V> {
    pub fn lookup(&self, key: &K) -> Option<&V> {
        self.entries.get(key)
    }
}
