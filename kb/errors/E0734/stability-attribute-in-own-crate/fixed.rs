/// The sum of all prices. Available since version 1.2.0.
pub fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}
