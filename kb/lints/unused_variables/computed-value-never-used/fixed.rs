pub struct Order {
    pub amount: f64,
    pub loyal_customer: bool,
}

pub fn total(order: &Order) -> f64 {
    let discount = if order.loyal_customer { 0.1 } else { 0.0 };
    order.amount * (1.0 - discount)
}
