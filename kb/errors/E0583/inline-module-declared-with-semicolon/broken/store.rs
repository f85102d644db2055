mod model;

use model::Order;

pub fn key(order: &Order) -> String {
    format!("order/{}", order.id)
}
