pub fn is_comment(line: &str) -> bool {
    matches!(line.as_bytes(), [b'#', ..] | [b'/', b'/', ..])
}
