use std::thread::{self, JoinHandle};

pub fn in_background(job: Box<dyn FnOnce() + Send>) -> JoinHandle<()> {
    thread::spawn(job)
}
