pub fn show_port(text: &str) {
    let port = text.trim().parse::<u16>().unwrap_or_default();
    println!("listening on port {port}");
}

pub fn example() {
    show_port("8080");
}
