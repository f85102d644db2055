pub struct Ring {
    slots: Vec<u64>,
    written: usize,
}

impl Ring {
    fn advance(&mut self) -> usize {
        self.written += 1;
        (self.written - 1) % self.slots.len()
    }

    pub fn record(&mut self, value: u64) {
        let slot = self.advance();
        self.slots[slot] = value;
    }
}
