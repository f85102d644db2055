pub fn shifted(letter: char, by: u8) -> char {
    if !letter.is_ascii_lowercase() {
        return letter;
    }
    let place = (letter as u8 - b'a' + by % 26) % 26;
    char::from(b'a' + place)
}
