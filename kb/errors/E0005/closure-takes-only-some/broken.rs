pub fn with_tax(prices: Vec<Option<f64>>) -> Vec<f64> {
    prices.into_iter().map(|Some(price)| price * 1.19).collect()
}
