pub struct Invoice {
    pub items: Vec<u64>,
    pub total: u64,
}

impl Invoice {
    fn add(&mut self, cents: u64) {
        self.total += cents;
    }

    pub fn sum_up(&mut self) {
        self.total = 0;
        let sum = self.items.iter().sum();
        self.add(sum);
    }
}
