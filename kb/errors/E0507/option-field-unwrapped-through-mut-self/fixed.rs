pub struct Job {
    pub name: String,
}

pub struct Worker {
    pub pending: Option<Job>,
}

impl Worker {
    pub fn run(&mut self) -> Job {
        let job = self
            .pending
            .take()
            .expect("run is called with a job waiting");
        println!("running {}", job.name);
        job
    }
}
