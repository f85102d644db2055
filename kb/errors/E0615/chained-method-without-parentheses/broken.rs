pub fn longest_line(text: &str) -> usize {
    text.lines.map(|line: &str| line.len()).max().unwrap_or(0)
}
