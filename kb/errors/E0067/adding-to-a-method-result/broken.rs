pub struct Order {
    total: u64,
}

impl Order {
    pub fn total(&self) -> u64 {
        self.total
    }
}

pub fn add_shipping(order: &mut Order, fee: u64) {
    order.total() += fee;
}
