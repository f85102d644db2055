pub fn keywords(raw: &[u8]) -> Vec<&str> {
    let text = String::from_utf8_lossy(raw).to_lowercase();
    text.split_whitespace().collect()
}

pub fn example() -> usize {
    keywords(b"Fast Safe Rust").len()
}
