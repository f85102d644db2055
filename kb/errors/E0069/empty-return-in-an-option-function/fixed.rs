pub fn highest_port(lines: &[&str]) -> Option<u32> {
    if lines.is_empty() {
        return None;
    }
    lines.iter().filter_map(|line| line.parse().ok()).max()
}
