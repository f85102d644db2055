pub fn total(prices: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 0..prices.len() {
        sum += prices[i];
    }
    sum
}
