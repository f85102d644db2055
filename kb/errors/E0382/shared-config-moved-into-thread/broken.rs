use std::sync::Arc;
use std::thread;

struct Config {
    name: String,
}

fn main() {
    let config = Arc::new(Config {
        name: "prod".to_string(),
    });
    let worker = thread::spawn(move || {
        println!("worker uses {}", config.name);
    });
    println!("main uses {}", config.name);
    worker.join().expect("the worker panicked");
}
