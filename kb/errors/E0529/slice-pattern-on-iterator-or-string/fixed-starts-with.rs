pub fn is_comment(line: &str) -> bool {
    line.starts_with('#') || line.starts_with("//")
}
