use std::mem;

pub struct Buffer {
    pub lines: Vec<String>,
}

impl Buffer {
    pub fn flush(&mut self) -> Vec<String> {
        mem::take(&mut self.lines)
    }
}
