fn enqueue(queue: &mut Vec<String>, job: &str) {
    queue.push(job.to_string());
}

fn main() {
    let mut queue = vec!["backup".to_string()];
    enqueue(&mut queue, "cleanup");
    println!("{} jobs", queue.len());
}
