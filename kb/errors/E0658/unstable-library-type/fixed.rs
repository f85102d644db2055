use std::convert::Infallible;

pub fn parse_flags(text: &str) -> Result<Vec<String>, Infallible> {
    Ok(text.split(',').map(str::to_string).collect())
}
