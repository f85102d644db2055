pub struct Job {
    pub id: u32,
}

pub fn next_id(queue: &mut Vec<Job>) -> Option<u32> {
    let job = queue.pop()?;
    Some(job.id + 1)
}
