pub fn read_port(text: &str) -> Result<u16> {
    let port = text.trim().parse()?;
    Ok(port)
}

pub fn example() -> u16 {
    read_port("8080").unwrap_or(80)
}
