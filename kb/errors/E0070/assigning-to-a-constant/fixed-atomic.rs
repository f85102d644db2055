use std::sync::atomic::{AtomicU8, Ordering};

static VERBOSITY: AtomicU8 = AtomicU8::new(1);

fn main() {
    if std::env::args().any(|arg| arg == "-v") {
        VERBOSITY.store(2, Ordering::Relaxed);
    }
    println!("verbosity {}", VERBOSITY.load(Ordering::Relaxed));
}
