use std::thread;

fn main() {
    let samples: Vec<i32> = (3..9).collect();
    thread::scope(|scope| {
        let worker = scope.spawn(|| samples.iter().sum::<i32>());
        println!("{} samples", samples.len());
        println!("sum {}", worker.join().expect("the worker panicked"));
    });
}
