pub fn show_port(text: &str) {
    let port: u16 = text.trim().parse().unwrap_or_default();
    println!("listening on port {port}");
}

pub fn example() {
    show_port("8080");
}
