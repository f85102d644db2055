pub fn first_digit(text: &str) -> Option<char> {
    text.chars().find(char::is_ascii_digit)
}
