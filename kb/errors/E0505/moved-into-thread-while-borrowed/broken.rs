use std::thread;

struct Job {
    name: String,
    steps: u32,
}

fn main() {
    let job = Job {
        name: "import".to_string(),
        steps: 3,
    };
    let name = &job.name;
    let worker = thread::spawn(move || println!("{}: {} steps", job.name, job.steps));
    println!("started {name}");
    worker.join().expect("the worker panicked");
}
