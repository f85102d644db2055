use std::sync::atomic::{AtomicU64, Ordering};

static REQUESTS: AtomicU64 = AtomicU64::new(0);

fn handle(path: &str) {
    let number = REQUESTS.fetch_add(1, Ordering::Relaxed) + 1;
    println!("request {number}: {path}");
}

fn main() {
    handle("/orders");
    handle("/users");
}
