use std::fmt;

pub struct Job {
    name: String,
    attempts: u32,
}

impl Job {
    pub fn new(name: &str) -> Job {
        Job {
            name: name.to_string(),
            attempts: 0,
        }
    }
}

impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} attempts)", self.name, self.attempts)
    }
}
