use std::thread::{self, JoinHandle};

pub fn start_import(path: String) -> JoinHandle<()> {
    thread::spawn(|| {
        println!("importing {path}");
    })
}
