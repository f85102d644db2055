pub fn is_identifier_start(c: char) -> bool {
    c.is_ascii_lowercase() || c == '_'
}
