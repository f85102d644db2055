pub fn show(order: u32) {
    printline!("order #{order}");
}
