pub fn longest_line(text: &str) -> usize {
    if text.is_empty() {
        return;
    }
    text.lines().map(str::len).max().unwrap_or(0)
}
