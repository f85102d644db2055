pub fn run_next(queue: &mut Vec<String>) {
    let Some(job) = queue.pop() else {
        return;
    };
    println!("running {job}");
}
