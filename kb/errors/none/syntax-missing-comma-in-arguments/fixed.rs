pub fn clip(text: &str, length: usize) -> &str {
    text.get(..length).unwrap_or(text)
}

pub fn label(name: &str) -> String {
    clip(name, 16).to_uppercase()
}
