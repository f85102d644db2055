mod job;

fn main() {
    let mut job = job::Job::new("backup");
    job.record_attempt();
    println!("{job}");
}
