pub fn count_unique(words: &[&str]) -> usize {
    let unique = words.iter().collect<std::collections::HashSet<_>>();
    unique.len()
}
