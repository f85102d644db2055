use std::fmt;
use std::str::FromStr;

pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

#[derive(Debug)]
pub struct ParseTimeError;

impl fmt::Display for ParseTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time is written like 12:30")
    }
}

impl std::error::Error for ParseTimeError {}

impl FromStr for Time {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hour, minute) = text.split_once(':').ok_or(ParseTimeError)?;
        Ok(Time {
            hour: hour.parse().map_err(|_| ParseTimeError)?,
            minute: minute.parse().map_err(|_| ParseTimeError)?,
        })
    }
}
