pub struct Worker {
    pub pending: Option<String>,
}

impl Worker {
    pub fn take_job(&mut self) -> Option<String> {
        let job = self.pending.take();
        job.filter(|name| !name.is_empty())
    }
}
