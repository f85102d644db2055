pub struct Counter {
    pub value: u64,
}

impl Counter {
    pub fn add(amount: u64, &mut self) {
        self.value += amount;
    }
}
