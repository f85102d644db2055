pub fn keywords(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw).to_lowercase();
    text.split_whitespace().map(str::to_string).collect()
}

pub fn example() -> usize {
    keywords(b"Fast Safe Rust").len()
}
