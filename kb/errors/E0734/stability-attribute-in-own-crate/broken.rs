#[stable(feature = "totals", since = "1.2.0")]
pub fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}
