use std::thread;

pub fn start(name: &str) {
    thread::scope(|scope| {
        scope.spawn(|| println!("worker {name} started"));
    });
}
