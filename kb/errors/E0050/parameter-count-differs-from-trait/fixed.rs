pub trait Logger {
    fn log(&mut self, level: u8, message: &str);
}

pub struct ListLogger {
    pub lines: Vec<String>,
}

impl Logger for ListLogger {
    fn log(&mut self, _level: u8, message: &str) {
        self.lines.push(message.to_string());
    }
}
