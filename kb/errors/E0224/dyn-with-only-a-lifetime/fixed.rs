type Task = Box<dyn FnOnce()>;

fn main() {
    let tasks: Vec<Task> = vec![Box::new(|| println!("tidy up"))];
    for task in tasks {
        task();
    }
}
