pub fn is_comment(line: &str) -> bool {
    line.chars().next() == Some('#')
}
