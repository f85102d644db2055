use std::thread;

fn main() {
    let names = vec!["alpha", "beta", "gamma"];
    let mut workers = Vec::new();
    for id in 0..3 {
        workers.push(thread::spawn(|| println!("{}", names[id])));
    }
    for worker in workers {
        worker.join().expect("a worker panicked");
    }
}
