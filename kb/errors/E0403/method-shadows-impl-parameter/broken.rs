pub struct Queue<T> {
    jobs: Vec<T>,
}

impl<T> Queue<T> {
    pub fn push<T>(&mut self, job: T) {
        self.jobs.push(job);
    }
}
