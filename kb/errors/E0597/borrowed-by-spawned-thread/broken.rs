use std::thread;

fn main() {
    let samples: Vec<i32> = (3..9).collect();
    let numbers = &samples;
    let worker = thread::spawn(move || numbers.iter().sum::<i32>());
    println!("{} samples", samples.len());
    println!("sum {}", worker.join().expect("the worker panicked"));
}
