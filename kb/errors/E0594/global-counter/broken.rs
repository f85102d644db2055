static REQUESTS: u64 = 0;

fn handle(path: &str) {
    REQUESTS += 1;
    println!("request {REQUESTS}: {path}");
}

fn main() {
    handle("/orders");
    handle("/users");
}
