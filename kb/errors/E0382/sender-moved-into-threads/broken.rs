use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for worker in 1..=3 {
        thread::spawn(move || sender.send(worker * 10).expect("the receiver is there"));
    }
    let total: u32 = receiver.iter().sum();
    println!("{total}");
}
