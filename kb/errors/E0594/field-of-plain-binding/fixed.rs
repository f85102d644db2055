struct Order {
    id: u32,
    paid: bool,
}

fn main() {
    let mut order = Order { id: 7, paid: false };
    order.paid = true;
    println!("order {} paid: {}", order.id, order.paid);
}
