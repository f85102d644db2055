pub fn is_free_shipping(prices: &[u32]) -> bool {
    prices.iter().sum::<u32>() > 100
}

pub fn example() -> bool {
    is_free_shipping(&[30, 80])
}
