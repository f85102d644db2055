#[derive(Clone)]
pub struct Address {
    pub city: String,
}

pub struct Order {
    pub address: Address,
}

pub fn destination(order: &Order) -> &Address {
    &order.address
}
