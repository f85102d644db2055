pub fn longest<'a>(words: &[&'a str]) -> &'a str {
    words
        .iter()
        .copied()
        .max_by_key(|word| word.len())
        .unwrap_or("")
}
