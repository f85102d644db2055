#[deprecated(since = "2.0.0", note)]
pub fn total(prices: &[u32]) -> u32 {
    sum(prices)
}

pub fn sum(prices: &[u32]) -> u32 {
    prices.iter().sum()
}
