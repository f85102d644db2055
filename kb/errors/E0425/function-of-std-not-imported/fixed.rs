use std::mem;

pub struct DoubleBuffer {
    front: Vec<u32>,
    back: Vec<u32>,
}

impl DoubleBuffer {
    pub fn flip(&mut self) -> &[u32] {
        mem::swap(&mut self.front, &mut self.back);
        &self.front
    }
}
