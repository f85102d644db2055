use std::sync::mpsc;
use std::thread;

fn main() {
    let (sink, errors) = mpsc::channel();
    let worker = thread::spawn(move || sink.send("disk full"));
    worker.join().unwrap().unwrap();
    println!("{} errors", errors.iter().count());
}
