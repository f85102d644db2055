pub fn count_words(text: &str) -> usize {
    let mut seen = std::collections::HashMap::new();
    for word in text.split_whitespace() {
        *seen.entry(word).or_insert(0) += 1;
    }
    seen.values().filter(|count| **count > 1).count()
}
