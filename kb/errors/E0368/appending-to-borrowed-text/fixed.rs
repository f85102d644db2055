pub struct Order {
    pub id: u32,
    pub express: bool,
}

pub fn label(order: &Order) -> String {
    let mut line = String::from("order");
    if order.express {
        line += " (express)";
    }
    format!("{line} {}", order.id)
}
