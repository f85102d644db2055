pub fn total(prices: &[u64]) -> u64 {
    let mut total = 0;
    for price in prices {
        total += price;
    }
    total
}
