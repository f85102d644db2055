pub struct Job {
    pub name: String,
}

impl dyn Send {
    pub fn describe(&self) -> String {
        "something that can be sent".to_string()
    }
}

pub fn queue(work: Box<dyn Send>) -> String {
    work.describe()
}
