pub fn show(message: &str) {
    println!(message);
}
