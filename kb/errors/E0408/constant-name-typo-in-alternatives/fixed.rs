pub enum Level {
    Info,
    Warn,
    Error,
}

pub fn needs_attention(level: Level) -> bool {
    match level {
        Level::Warn | Level::Error => true,
        Level::Info => false,
    }
}
