pub fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or("none")
}

pub fn example() -> usize {
    first_word("import orders").len()
}
