pub struct Order {
    pub id: u32,
    pub express: bool,
}

pub fn label(order: &Order) -> String {
    let line = if order.express {
        "order (express)"
    } else {
        "order"
    };
    format!("{line} {}", order.id)
}
