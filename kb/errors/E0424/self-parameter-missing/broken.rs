pub struct Cart {
    prices: Vec<u64>,
    shipping: u64,
}

impl Cart {
    pub fn total() -> u64 {
        self.prices.iter().sum::<u64>() + self.shipping
    }
}
