use std::num::ParseIntError;
use std::str::FromStr;

pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

impl FromStr for Time {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hour, minute) = text.split_once(':').unwrap_or((text, "0"));
        Ok(Time {
            hour: hour.parse()?,
            minute: minute.parse()?,
        })
    }
}
