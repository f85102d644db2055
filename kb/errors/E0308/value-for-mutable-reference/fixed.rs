fn skip_spaces(text: &str, position: &mut usize) {
    while text[*position..].starts_with(' ') {
        *position += 1;
    }
}

pub fn first_word_at(text: &str) -> usize {
    let mut position = 0;
    skip_spaces(text, &mut position);
    position
}
