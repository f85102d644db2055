use std::sync::Mutex;

pub struct Queue {
    jobs: Mutex<Vec<String>>,
}

impl Queue {
    pub fn drain(&self) -> Vec<String> {
        let jobs = self.jobs.lock().unwrap();
        *jobs
    }
}
