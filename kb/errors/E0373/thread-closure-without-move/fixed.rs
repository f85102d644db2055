use std::thread::{self, JoinHandle};

pub fn start_import(path: String) -> JoinHandle<()> {
    thread::spawn(move || {
        println!("importing {path}");
    })
}
