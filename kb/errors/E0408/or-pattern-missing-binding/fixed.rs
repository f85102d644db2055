pub enum Job {
    Queued(u32),
    Running(u32),
    Done,
}

pub fn job_id(job: &Job) -> Option<u32> {
    match job {
        Job::Queued(id) | Job::Running(id) => Some(*id),
        Job::Done => None,
    }
}
