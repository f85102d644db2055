use std::num::ParseIntError;

pub struct Retry {
    pub attempts: u32,
}

pub fn retry_from(setting: &str) -> Result<Retry, ParseIntError> {
    Ok(Retry {
        attempts: setting.trim().parse()?,
    })
}
