pub fn parse_level(text: &str) -> Option<u8> {
    match text {
        "low" => Some(1),
        "high" => Some(9),
        _ => None,
    }
}
