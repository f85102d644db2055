pub fn first_digit(text: &str) -> Option<char> {
    let match = text.chars().find(char::is_ascii_digit);
    match
}
