use std::thread;

struct Config {
    name: String,
}

fn main() {
    let config = Config {
        name: "prod".to_string(),
    };
    thread::scope(|scope| {
        scope.spawn(|| println!("worker uses {}", config.name));
        println!("main uses {}", config.name);
    });
}
