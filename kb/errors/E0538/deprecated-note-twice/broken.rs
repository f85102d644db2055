#[deprecated(note = "use `total_cents`", note = "it rounds")]
pub fn total(prices: &[f64]) -> f64 {
    prices.iter().sum::<f64>().round()
}
