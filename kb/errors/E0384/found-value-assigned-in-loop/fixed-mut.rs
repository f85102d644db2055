fn is_free(port: u16) -> bool {
    port > 8080
}

fn main() {
    let mut port = 8000;
    while !is_free(port) {
        port += 1;
    }
    println!("using port {port}");
}
