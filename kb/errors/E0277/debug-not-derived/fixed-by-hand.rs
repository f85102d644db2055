use std::fmt;

pub enum Priority {
    Low,
    High,
}

impl fmt::Debug for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Priority::Low => "low",
            Priority::High => "high",
        })
    }
}

#[derive(Debug)]
pub struct Job {
    pub id: u32,
    pub priority: Priority,
}

pub fn trace(job: &Job) -> String {
    format!("{job:?}")
}
