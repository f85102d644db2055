use std::num::ParseIntError;

pub fn age_next_year(age: &str) -> Result<u32, ParseIntError> {
    Ok(age.trim().parse::<u32>() + 1)
}
