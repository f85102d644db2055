use std::thread;

fn main() {
    let mut workers = Vec::new();
    for id in 0..3 {
        workers.push(thread::spawn(move || println!("worker {id}")));
    }
    for worker in workers {
        worker.join().expect("a worker panicked");
    }
}
