pub fn run_next(queue: &mut Vec<String>) {
    if let Some(job) = queue.pop() {
        println!("running {job}");
    }
}
