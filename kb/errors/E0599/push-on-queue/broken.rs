use std::collections::VecDeque;

pub struct PrintQueue {
    jobs: VecDeque<String>,
}

impl PrintQueue {
    pub fn submit(&mut self, job: String) -> usize {
        self.jobs.push(job);
        self.jobs.len()
    }
}
