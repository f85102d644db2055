pub fn is_identifier_start(c: char) -> bool {
    matches!(c, 'a'..='z') || c == '_'
}
