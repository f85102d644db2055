pub fn is_comment(line: &str) -> bool {
    match line {
        [b'#', ..] => true,
        [b'/', b'/', ..] => true,
        _ => false,
    }
}
