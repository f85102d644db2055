type Task = Box<dyn 'static>;

fn main() {
    let tasks: Vec<Task> = vec![Box::new(|| println!("tidy up"))];
    for task in tasks {
        task();
    }
}
