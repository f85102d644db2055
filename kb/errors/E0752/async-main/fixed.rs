use std::pin::pin;
use std::task::{Context, Waker};

async fn load_config() -> String {
    "verbose = true".to_string()
}

async fn run() {
    let config = load_config().await;
    println!("{config}");
}

fn main() {
    let mut future = pin!(run());
    let mut context = Context::from_waker(Waker::noop());
    while future.as_mut().poll(&mut context).is_pending() {
        std::thread::yield_now();
    }
}
