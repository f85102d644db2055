pub fn shifted(letter: char, by: u8) -> char {
    if !letter.is_ascii_lowercase() {
        return letter;
    }
    letter + by
}
