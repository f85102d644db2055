use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut workers = Vec::new();
    for step in 1..=4 {
        let counter = Arc::clone(&counter);
        workers.push(thread::spawn(move || {
            *counter.lock().unwrap() += step;
        }));
    }
    for worker in workers {
        worker.join().unwrap();
    }
}
