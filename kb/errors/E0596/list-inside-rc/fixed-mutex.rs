use std::sync::{Arc, Mutex};

fn main() {
    let subscribers = Arc::new(Mutex::new(vec!["ada"]));
    let view = Arc::clone(&subscribers);
    subscribers.lock().unwrap().push("kim");
    println!("{} subscribers", view.lock().unwrap().len());
}
