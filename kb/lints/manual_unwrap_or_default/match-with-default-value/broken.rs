use std::collections::HashMap;

pub fn stock(shelves: &HashMap<String, u32>, article: &str) -> u32 {
    match shelves.get(article).copied() {
        Some(count) => count,
        None => 0,
    }
}
