use std::num::ParseIntError;

#[derive(Debug)]
pub enum ConfigError {
    Missing(&'static str),
    BadNumber(ParseIntError),
}

pub fn workers(value: Option<&str>) -> Result<u32, ConfigError> {
    let text = value.ok_or(ConfigError::Missing("workers"))?;
    let count = text.trim().parse::<u32>().map_err(ConfigError::BadNumber)?;
    Ok(count.max(1))
}
