pub fn longest_line(text: &str) -> usize {
    if text.is_empty() {
        return 0;
    }
    text.lines().map(str::len).max().unwrap_or(0)
}
