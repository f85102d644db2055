pub fn total(prices: Box<dyn Iterator<Item = u32>>) -> u32 {
    prices.sum()
}
