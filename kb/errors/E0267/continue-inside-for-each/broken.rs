use std::collections::HashMap;

pub fn count_words(text: &str, counts: &mut HashMap<String, u32>) {
    text.split_whitespace().for_each(|word| {
        if word.len() < 3 {
            continue;
        }
        *counts.entry(word.to_lowercase()).or_default() += 1;
    });
}
