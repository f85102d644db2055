#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Level {
    Info,
    Error,
}

pub mod parse {
    use super::Level;

    pub fn is_error(word: &str) -> bool {
        let level = match word {
            "E" => Level::Error,
            _ => Level::Info,
        };
        level == Level::Error
    }
}
