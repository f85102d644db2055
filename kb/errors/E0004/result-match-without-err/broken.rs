use std::num::ParseIntError;

pub fn price_in_cents(text: &str) -> Result<u64, ParseIntError> {
    let euros = match text.trim().parse::<u64>() {
        Ok(value) => value,
    };
    Ok(euros * 100)
}
