pub struct Buffer {
    bytes: Vec<u8>,
    capacity: usize,
}

impl Buffer {
    pub fn remaining(&self) -> usize {
        self.capacity - self.bytes.len()
    }
}
