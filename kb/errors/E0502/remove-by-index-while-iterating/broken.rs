pub struct Job {
    pub done: bool,
}

pub fn clean_up(jobs: &mut Vec<Job>) {
    for (index, job) in jobs.iter().enumerate() {
        if job.done {
            jobs.remove(index);
        }
    }
}
