use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let found = Arc::new(Mutex::new(Vec::new()));
    let for_worker = Arc::clone(&found);
    let worker = thread::spawn(move || for_worker.lock().unwrap().push(42));
    worker.join().expect("the worker does not panic");
    println!("{:?}", found.lock().unwrap());
}
