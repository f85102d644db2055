use std::mem;

pub struct Buffer {
    pub lines: Vec<String>,
}

impl Buffer {
    pub fn flush(&mut self) -> Vec<String> {
        mem::replace(&mut self.lines, Vec::new())
    }
}
