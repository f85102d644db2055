pub fn total(prices: &[u32], percent: u32) -> u32 {
    prices.iter().map(|price| discounted(*price, percent)).sum()
}
