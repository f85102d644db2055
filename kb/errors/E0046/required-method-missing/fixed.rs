pub trait Sink {
    fn write(&mut self, line: &str);
    fn flush(&mut self);
}

pub struct MemorySink {
    pub pending: Vec<String>,
    pub stored: Vec<String>,
}

impl Sink for MemorySink {
    fn write(&mut self, line: &str) {
        self.pending.push(line.to_string());
    }

    fn flush(&mut self) {
        self.stored.append(&mut self.pending);
    }
}
