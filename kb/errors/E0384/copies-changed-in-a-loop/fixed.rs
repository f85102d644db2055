pub fn rounded(mut prices: [f64; 3]) -> [f64; 3] {
    for price in &mut prices {
        *price = price.round();
    }
    prices
}
