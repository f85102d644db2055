pub struct Counter {
    pub value: u64,
}

impl Counter {
    pub fn add(&mut self, amount: u64) {
        self.value += amount;
    }
}
