use std::fmt;

#[derive(Default)]
pub struct Transcript {
    pub lines: Vec<String>,
}

impl fmt::Write for Transcript {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.lines.push(text.to_string());
        Ok(())
    }

    fn flush(&mut self) -> fmt::Result {
        Ok(())
    }
}
