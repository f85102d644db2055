pub struct Price(pub u64);

pub fn total(prices: &[Price]) -> u64 {
    prices.iter().map(|Price(cents)| cents).sum()
}
