#[derive(Debug, PartialEq)]
pub enum Level {
    Info,
    Warning,
    Failure,
}

pub fn parse_level(word: &str) -> Result<Level, String> {
    match word {
        "info" => Ok(Level::Info),
        "warn" => Ok(Level::Warning),
        "error" => Ok(Level::Failure),
        other => Err(format!("unknown level `{other}`")),
    }
}
