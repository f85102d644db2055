use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let errors = Arc::new(RefCell::new(Vec::new()));
    let sink = Arc::clone(&errors);
    let worker = thread::spawn(move || sink.borrow_mut().push("disk full"));
    worker.join().unwrap();
    println!("{} errors", errors.borrow().len());
}
