pub fn show(order: u32) {
    println!("order #{order}");
}
