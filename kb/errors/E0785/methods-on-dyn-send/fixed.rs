pub struct Job {
    pub name: String,
}

pub trait Work: Send {
    fn describe(&self) -> String;
}

impl Work for Job {
    fn describe(&self) -> String {
        format!("job {}", self.name)
    }
}

pub fn queue(work: Box<dyn Work>) -> String {
    work.describe()
}
