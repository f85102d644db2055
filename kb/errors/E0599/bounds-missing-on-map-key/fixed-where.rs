use std::collections::HashMap;
use std::hash::Hash;

pub struct Cache<K, V> {
    entries: HashMap<K, V>,
}

impl<K, V> Cache<K, V>
where
    K: Eq + Hash,
{
    pub fn lookup(&self, key: &K) -> Option<&V> {
        self.entries.get(key)
    }
}
