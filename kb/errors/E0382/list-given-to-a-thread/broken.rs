use std::thread;

fn main() {
    let mut words = vec!["one", "two"];
    let worker = thread::spawn(move || {
        words.push("three");
    });
    worker.join().expect("the worker does not panic");
    println!("{words:?}");
}
