fn is_free(port: u16) -> bool {
    port > 8080
}

fn main() {
    let mut candidate = 8000;
    let port = loop {
        if is_free(candidate) {
            break candidate;
        }
        candidate += 1;
    };
    println!("using port {port}");
}
