pub struct Buffer {
    bytes: Vec<u8>,
    capacity: usize,
}

impl Buffer {
    pub fn remaining(&self) -> usize {
        let Buffer { bytes, capacity } = self;
        capacity - bytes.len()
    }
}
