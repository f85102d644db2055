use std::sync::Arc;
use std::thread;

pub struct Server {
    name: String,
}

impl Server {
    pub fn start(self: Arc<Self>) {
        thread::spawn(move || {
            println!("{} is listening", self.name);
        });
    }
}
