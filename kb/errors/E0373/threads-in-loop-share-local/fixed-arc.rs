use std::sync::Arc;
use std::thread;

fn main() {
    let names = Arc::new(vec!["alpha", "beta", "gamma"]);
    let mut workers = Vec::new();
    for id in 0..3 {
        let names = Arc::clone(&names);
        workers.push(thread::spawn(move || println!("{}", names[id])));
    }
    for worker in workers {
        worker.join().expect("a worker panicked");
    }
}
