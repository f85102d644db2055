use std::collections::HashMap;
use std::hash::Hash;

pub struct Cache<K, V> {
    entries: HashMap<K, V>,
}

impl<K: Eq + Hash, V> Cache<K, V> {
    pub fn lookup(&self, key: &K) -> Option<&V> {
        self.entries.get(key)
    }
}
