pub fn reversed(text: &str) -> String {
    let mut reversed = String::new();
    for letter in text.chars().rev() {
        reversed.push(letter);
    }
    reversed
}
