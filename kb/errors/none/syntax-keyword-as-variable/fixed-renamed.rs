pub fn first_digit(text: &str) -> Option<char> {
    let found = text.chars().find(char::is_ascii_digit);
    println!("looking for a digit in {text:?}");
    found
}
