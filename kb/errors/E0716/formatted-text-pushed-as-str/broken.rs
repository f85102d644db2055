fn main() {
    let mut parts = Vec::new();
    for port in [80, 443] {
        parts.push(&format!("localhost:{port}"));
    }
    for part in &parts {
        println!("listening on {part}");
    }
}
