pub struct Arena {
    bytes: Vec<u8>,
}

impl Arena {
    pub fn with_capacity(size: usize) -> Self {
        Arena {
            bytes: Vec::with_capacity(size),
        }
    }

    pub fn used(&self) -> usize {
        self.bytes.len()
    }
}
