use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let writer = Arc::clone(&log);
    let worker = thread::spawn(move || {
        writer.lock().unwrap().push(String::from("worker started"));
    });
    worker.join().unwrap();
    println!("{} lines", log.lock().unwrap().len());
}
