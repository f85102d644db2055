pub fn print_oldest(orders: &[String]) {
    if let Some(order) = orders.first() {
        println!("oldest: {order}");
    }
}
