pub fn words(text: &str) -> Vec<String> {
    if text.trim().is_empty() {
        return;
    }
    text.split(' ').map(str::to_lowercase).collect()
}
