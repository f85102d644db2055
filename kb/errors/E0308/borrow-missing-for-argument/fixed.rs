pub struct Order {
    pub cents: u64,
}

fn summarize(orders: &[Order]) -> u64 {
    orders.iter().map(|order| order.cents).sum()
}

pub fn average(orders: Vec<Order>) -> u64 {
    let total = summarize(&orders);
    total / orders.len() as u64
}
