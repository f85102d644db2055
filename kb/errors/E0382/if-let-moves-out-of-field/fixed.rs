pub struct Job {
    pub id: u32,
    pub output: Option<String>,
}

fn describe(job: &Job) -> String {
    format!("job {}", job.id)
}

pub fn report(job: Job) -> String {
    if let Some(path) = &job.output {
        println!("written to {path}");
    }
    describe(&job)
}
