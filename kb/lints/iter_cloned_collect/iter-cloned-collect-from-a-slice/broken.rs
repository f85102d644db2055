pub fn backup(lines: &[String]) -> Vec<String> {
    lines.iter().cloned().collect()
}
