pub fn parse_level(text: &str) -> Result<u8, ()> {
    match text {
        "low" => Ok(1),
        "high" => Ok(9),
        _ => Err(()),
    }
}
