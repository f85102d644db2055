pub fn first_error(lines: &[String]) -> Option<&String> {
    lines.iter().find(|line| line.contains("ERROR"))
}
