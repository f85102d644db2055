use std::thread;

fn main() {
    let path = String::from("orders.log");
    let worker = thread::spawn(static move || println!("watching {path}"));
    worker.join().expect("the worker does not panic");
}
