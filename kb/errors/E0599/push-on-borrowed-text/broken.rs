pub fn reversed(text: &str) -> String {
    let mut reversed = "";
    for letter in text.chars().rev() {
        reversed.push(letter);
    }
    reversed.to_string()
}
