use std::num::ParseIntError;

pub struct Range {
    pub low: u32,
    pub high: u32,
}

pub fn parse_range(low: &str, high: &str) -> Result<Range, ParseIntError> {
    let low = low.trim().parse()?;
    let high = high.trim().parse()?;
    Ok(Range { low, high })
}
