pub fn is_comment(line: &str) -> bool {
    match line.as_bytes() {
        [b'#', ..] => true,
        [b'/', b'/', ..] => true,
        _ => false,
    }
}
