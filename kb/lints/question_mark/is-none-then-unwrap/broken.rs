pub struct Job {
    pub id: u32,
}

pub fn next_id(queue: &mut Vec<Job>) -> Option<u32> {
    let job = queue.pop();
    if job.is_none() {
        return None;
    }
    job.map(|job| job.id + 1)
}
