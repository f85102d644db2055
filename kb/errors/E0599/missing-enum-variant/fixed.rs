#[derive(Debug, PartialEq)]
pub enum OrderStatus {
    Open,
    Paid,
    Shipped,
    Refunded,
}

pub fn after_return(status: OrderStatus) -> OrderStatus {
    if status == OrderStatus::Open {
        status
    } else {
        OrderStatus::Refunded
    }
}
