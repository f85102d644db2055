use std::thread;

fn main() {
    let limits = vec![10, 20, 30];
    let mut workers = Vec::new();
    for id in 1..=3 {
        workers.push(thread::spawn(move || {
            println!("worker {id}: {limits:?}");
        }));
    }
    for worker in workers {
        worker.join().expect("a worker does not panic");
    }
}
