use std::num::ParseIntError;

pub fn port(text: &str) -> Result<u16, ParseIntError> {
    Ok(text.trim().parse::<u16>()?)
}
