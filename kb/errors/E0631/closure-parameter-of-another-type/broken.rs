fn change_all(prices: &mut [u32], change: impl Fn(u32) -> u32) {
    for price in prices {
        *price = change(*price);
    }
}

pub fn raise(prices: &mut [u32]) {
    change_all(prices, |price: &u32| price + 1);
}
