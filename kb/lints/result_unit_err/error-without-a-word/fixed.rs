#[derive(Debug)]
pub struct UnknownLevel(pub String);

impl std::fmt::Display for UnknownLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown level `{}`", self.0)
    }
}

impl std::error::Error for UnknownLevel {}

pub fn parse_level(text: &str) -> Result<u8, UnknownLevel> {
    match text {
        "low" => Ok(1),
        "high" => Ok(9),
        _ => Err(UnknownLevel(text.to_string())),
    }
}
