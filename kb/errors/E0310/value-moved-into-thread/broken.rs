use std::thread::{self, JoinHandle};

pub trait Job {
    fn run(self) -> u32;
}

pub fn start<J: Job + Send>(job: J) -> JoinHandle<u32> {
    thread::spawn(move || job.run())
}
