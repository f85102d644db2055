pub fn word_count<'a>(text: &str) -> usize {
    text.split_whitespace().count()
}
