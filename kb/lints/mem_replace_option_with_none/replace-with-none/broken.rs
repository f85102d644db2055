use std::mem;

pub struct Worker {
    pub pending: Option<String>,
}

impl Worker {
    pub fn take_job(&mut self) -> Option<String> {
        let job = mem::replace(&mut self.pending, None);
        job.filter(|name| !name.is_empty())
    }
}
