use std::thread::{self, JoinHandle};

pub fn start(name: &str) -> JoinHandle<()> {
    let name = name.to_string();
    thread::spawn(move || {
        println!("worker {name} started");
    })
}
