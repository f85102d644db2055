use std::collections::HashMap;

pub fn stock(shelves: &HashMap<String, u32>, article: &str) -> u32 {
    shelves.get(article).copied().unwrap_or_default()
}
