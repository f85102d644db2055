pub fn mean(prices: &[u64]) -> u64 {
    let total = prices.iter().sum::<u64>();
    total / prices.len().max(1) as u64
}
