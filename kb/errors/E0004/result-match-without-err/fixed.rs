use std::num::ParseIntError;

pub fn price_in_cents(text: &str) -> Result<u64, ParseIntError> {
    let euros = text.trim().parse::<u64>()?;
    Ok(euros * 100)
}
