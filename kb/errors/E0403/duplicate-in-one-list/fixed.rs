use std::collections::HashMap;

pub struct Cache<K, V> {
    pub entries: HashMap<K, V>,
}
