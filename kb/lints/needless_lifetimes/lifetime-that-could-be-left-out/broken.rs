pub fn first_line<'a>(text: &'a str) -> &'a str {
    text.lines().next().unwrap_or(text)
}
