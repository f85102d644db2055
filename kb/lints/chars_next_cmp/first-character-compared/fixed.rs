pub fn is_comment(line: &str) -> bool {
    line.starts_with('#')
}
