use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let errors = Arc::new(Mutex::new(Vec::new()));
    let sink = Arc::clone(&errors);
    let worker = thread::spawn(move || sink.lock().unwrap().push("disk full"));
    worker.join().unwrap();
    println!("{} errors", errors.lock().unwrap().len());
}
