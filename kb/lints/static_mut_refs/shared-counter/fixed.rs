use std::sync::atomic::{AtomicU32, Ordering};

static REQUESTS: AtomicU32 = AtomicU32::new(0);

fn handle() {
    REQUESTS.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    handle();
    println!("{} requests", REQUESTS.load(Ordering::Relaxed));
}
