pub fn parse_port(text: &str) -> Option<u16> {
    match text.parse::<u16>() {
        Ok(port) => Some(port),
        Err(_) => None,
    }
}
