use std::thread;

pub struct Server {
    name: String,
}

impl Server {
    pub fn start(&self) {
        thread::spawn(move || {
            println!("{} is listening", self.name);
        });
    }
}
