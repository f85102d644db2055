pub enum Level {
    Quiet,
    Normal,
    Verbose,
}

impl Default for Level {
    fn default() -> Self {
        Level::Normal
    }
}
