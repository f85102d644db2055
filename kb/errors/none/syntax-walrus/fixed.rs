pub fn total(prices: &[u64]) -> u64 {
    let total = prices.iter().sum();
    total
}
