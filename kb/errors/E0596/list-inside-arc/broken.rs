use std::sync::Arc;
use std::thread;

fn main() {
    let found = Arc::new(Vec::new());
    let for_worker = Arc::clone(&found);
    let worker = thread::spawn(move || for_worker.push(42));
    worker.join().expect("the worker does not panic");
    println!("{found:?}");
}
