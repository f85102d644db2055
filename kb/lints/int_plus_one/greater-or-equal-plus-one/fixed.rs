pub fn is_too_long(text: &str, limit: usize) -> bool {
    text.len() > limit
}
