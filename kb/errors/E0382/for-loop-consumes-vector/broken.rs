struct Order {
    id: u32,
    total: f64,
}

fn main() {
    let orders = vec![Order { id: 1, total: 9.5 }, Order { id: 2, total: 20.0 }];
    let mut sum = 0.0;
    for order in orders {
        println!("order {}", order.id);
        sum += order.total;
    }
    println!("{} orders, {sum}", orders.len());
}
