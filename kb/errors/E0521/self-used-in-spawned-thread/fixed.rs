use std::thread;

pub struct Server {
    name: String,
}

impl Server {
    pub fn start(&self) {
        let name = self.name.clone();
        thread::spawn(move || {
            println!("{name} is listening");
        });
    }
}
