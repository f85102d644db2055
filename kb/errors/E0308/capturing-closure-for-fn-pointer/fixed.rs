pub fn change_all(prices: &mut [u64], change: impl Fn(u64) -> u64) {
    for price in prices {
        *price = change(*price);
    }
}

pub fn discount(prices: &mut [u64], cents: u64) {
    change_all(prices, |price| price.saturating_sub(cents));
}
