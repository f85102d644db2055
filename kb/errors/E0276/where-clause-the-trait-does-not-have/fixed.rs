use std::sync::mpsc::Sender;

pub type Job = Box<dyn FnOnce() + Send>;

pub trait Queue {
    fn submit<F: FnOnce() + Send + 'static>(&self, job: F);
}

pub struct Worker {
    jobs: Sender<Job>,
}

impl Queue for Worker {
    fn submit<F: FnOnce() + Send + 'static>(&self, job: F) {
        let _ = self.jobs.send(Box::new(job));
    }
}
