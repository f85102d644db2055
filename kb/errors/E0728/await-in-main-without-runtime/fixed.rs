use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn load_config() -> String {
    "verbose = true".to_string()
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        std::thread::yield_now();
    }
}

fn main() {
    let config = block_on(load_config());
    println!("{config}");
}
