pub fn keywords(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

pub fn example() -> usize {
    let text = String::from_utf8_lossy(b"Fast Safe Rust").to_lowercase();
    keywords(&text).len()
}
