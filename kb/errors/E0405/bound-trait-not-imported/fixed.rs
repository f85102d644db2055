use std::collections::HashMap;
use std::hash::Hash;

pub fn count_by<K: Hash + Eq>(keys: Vec<K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
