pub struct Cart {
    pub prices: Vec<u64>,
}

impl Cart {
    pub fn total(&self) -> u64 {
        self.prices.iter().sum()
    }
}
