use std::thread::{self, JoinHandle};

pub fn start(name: &str) -> JoinHandle<()> {
    thread::spawn(move || {
        println!("worker {name} started");
    })
}
