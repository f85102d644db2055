use std::mem;

pub struct Batch {
    pending: Vec<String>,
}

impl Batch {
    pub fn flush(&mut self) -> Vec<String> {
        mem::take(&mut self.pending)
    }
}
