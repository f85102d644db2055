use std::collections::HashMap;

pub fn different_words(text: &str) -> usize {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        counts[word] += 1;
    }
    counts.len()
}
