pub fn invoice(prices: &[f64], rate: f64) -> Vec<f64> {
    let with_tax = |price: f64| -> f64 { price * (1.0 + rate) };

    prices.iter().map(|&price| with_tax(price)).collect()
}
