use std::thread;

fn main() {
    let samples = vec![3, 5, 8];
    thread::scope(|scope| {
        let worker = scope.spawn(|| samples.iter().sum::<i32>());
        println!("{} samples", samples.len());
        println!("sum {}", worker.join().expect("the worker panicked"));
    });
}
