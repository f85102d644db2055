pub fn words(text: &str) -> Vec<String> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    text.split(' ').map(str::to_lowercase).collect()
}
