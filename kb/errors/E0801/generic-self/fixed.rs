pub struct Job {
    pub id: u32,
}

impl Job {
    pub fn label(&self) -> String {
        format!("job {}", self.id)
    }
}
