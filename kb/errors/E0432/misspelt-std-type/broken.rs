use std::collections::Hashmap;

pub fn count(words: &[String]) -> Hashmap<&str, usize> {
    let mut counts = Hashmap::new();
    for word in words {
        *counts.entry(word.as_str()).or_insert(0) += 1;
    }
    counts
}
