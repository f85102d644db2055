#[deprecated(note = "it rounds; use `total_cents`")]
pub fn total(prices: &[f64]) -> f64 {
    prices.iter().sum::<f64>().round()
}
