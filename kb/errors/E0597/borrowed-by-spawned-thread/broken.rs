use std::thread;

fn main() {
    let samples = vec![3, 5, 8];
    let numbers = &samples;
    let worker = thread::spawn(move || numbers.iter().sum::<i32>());
    println!("{} samples", samples.len());
    println!("sum {}", worker.join().expect("the worker panicked"));
}
