pub struct Invoice {
    pub items: Vec<u64>,
    pub total: u64,
}

impl Invoice {
    pub fn sum_up(&mut self) {
        self.total = 0;
        for cents in &self.items {
            self.total += *cents;
        }
    }
}
