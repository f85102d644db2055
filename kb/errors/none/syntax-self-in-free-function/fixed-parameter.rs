pub struct Cart {
    pub prices: Vec<u64>,
}

pub fn total(cart: &Cart) -> u64 {
    cart.prices.iter().sum()
}
