pub struct Recorder {
    buffer: Option<String>,
}

impl Recorder {
    pub fn record(&mut self, line: &str) {
        if let Some(buffer) = &self.buffer {
            buffer.push_str(line);
            buffer.push('\n');
        }
    }
}
