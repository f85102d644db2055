use std::num::ParseIntError;

pub fn read_port(text: &str) -> Result<u16, ParseIntError> {
    text.trim().parse()
}

pub fn example() -> u16 {
    read_port("8080").unwrap_or(80)
}
