mod job;

fn main() {
    let mut job = job::Job::new("backup");
    job.attempts += 1;
    println!("{job}");
}
