pub fn count_errors(lines: &[&str]) -> usize {
    lines.iter().filter(|line| line.contains("ERROR")).count()
}
