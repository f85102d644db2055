pub struct Job {
    pub done: bool,
}

pub fn clean_up(jobs: &mut Vec<Job>) {
    jobs.retain(|job| !job.done);
}
