use std::sync::{Arc, Mutex};

pub fn spawn<F: Future<Output = ()> + Send + 'static>(_task: F) {}

async fn notify(count: u64) {
    println!("{count} orders");
}

pub fn start(orders: Arc<Mutex<u64>>) {
    spawn(async move {
        let count = {
            let mut count = orders.lock().unwrap();
            *count += 1;
            *count
        };
        notify(count).await;
    });
}
