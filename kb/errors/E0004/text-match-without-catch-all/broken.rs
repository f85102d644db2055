#[derive(Debug, PartialEq)]
pub enum Level {
    Info,
    Warning,
    Failure,
}

pub fn parse_level(word: &str) -> Option<Level> {
    match word {
        "info" => Some(Level::Info),
        "warn" => Some(Level::Warning),
        "error" => Some(Level::Failure),
    }
}
