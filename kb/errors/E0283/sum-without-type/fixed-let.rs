pub fn is_free_shipping(prices: &[u32]) -> bool {
    let total: u32 = prices.iter().sum();
    total > 100
}

pub fn example() -> bool {
    is_free_shipping(&[30, 80])
}
