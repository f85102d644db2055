pub fn backup(lines: &[String]) -> Vec<String> {
    lines.to_vec()
}
