use std::num::ParseIntError;

pub fn after(start: u32, step: &str) -> Result<u32, ParseIntError> {
    Ok(start + step.parse::<u32>()?)
}
