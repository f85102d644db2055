pub fn basket() -> u32 {
    let prices = vec![250, 499, 120];
    prices.sum()
}
