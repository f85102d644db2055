use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    for worker in 1..=3 {
        let sender = sender.clone();
        thread::spawn(move || sender.send(worker * 10).expect("the receiver is there"));
    }
    drop(sender);
    let total: u32 = receiver.iter().sum();
    println!("{total}");
}
