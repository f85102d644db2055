pub fn longest(words: &[&str]) -> &str {
    words
        .iter()
        .copied()
        .max_by_key(|word| word.len())
        .unwrap_or("")
}
