pub fn print_oldest(orders: &[String]) {
    for order in orders.first() {
        println!("oldest: {order}");
    }
}
