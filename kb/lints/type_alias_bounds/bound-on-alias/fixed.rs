use std::collections::HashMap;
use std::hash::Hash;

pub type Index<K> = HashMap<K, Vec<usize>>;

pub fn add<K: Hash + Eq>(index: &mut Index<K>, key: K, row: usize) {
    index.entry(key).or_default().push(row);
}
