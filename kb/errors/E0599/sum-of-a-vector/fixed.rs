pub fn basket() -> u32 {
    let prices = [250, 499, 120];
    prices.iter().sum()
}
