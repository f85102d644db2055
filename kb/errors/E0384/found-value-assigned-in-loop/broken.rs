fn is_free(port: u16) -> bool {
    port > 8080
}

fn main() {
    let port;
    let mut candidate = 8000;
    loop {
        port = candidate;
        if is_free(port) {
            break;
        }
        candidate += 1;
    }
    println!("using port {port}");
}
