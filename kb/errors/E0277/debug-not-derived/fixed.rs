#[derive(Debug)]
pub enum Priority {
    Low,
    High,
}

#[derive(Debug)]
pub struct Job {
    pub id: u32,
    pub priority: Priority,
}

pub fn trace(job: &Job) -> String {
    format!("{job:?}")
}
