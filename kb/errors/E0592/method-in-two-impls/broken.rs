pub struct Counter {
    value: u64,
    peak: u64,
}

impl Counter {
    pub fn reset(&mut self) {
        self.value = 0;
    }
}

impl Counter {
    pub fn reset(&mut self) {
        self.peak = self.value;
    }
}
