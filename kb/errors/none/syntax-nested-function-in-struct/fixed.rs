pub struct Counter {
    pub value: u64,
}

impl Counter {
    pub fn increase(&mut self) {
        self.value += 1;
    }
}
