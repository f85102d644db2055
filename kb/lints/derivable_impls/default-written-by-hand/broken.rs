pub struct Settings {
    pub theme: String,
    pub verbose: bool,
    pub columns: u16,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: String::new(),
            verbose: false,
            columns: 0,
        }
    }
}
