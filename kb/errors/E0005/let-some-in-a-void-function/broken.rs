pub fn run_next(queue: &mut Vec<String>) {
    let Some(job) = queue.pop();
    println!("running {job}");
}
