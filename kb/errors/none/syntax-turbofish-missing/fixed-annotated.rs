use std::collections::HashSet;

pub fn count_unique(words: &[&str]) -> usize {
    let unique: HashSet<_> = words.iter().collect();
    unique.len()
}
