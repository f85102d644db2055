use std::ops::Deref;

pub struct Job {
    pub id: u32,
}

impl Job {
    pub fn label<R: Deref<Target = Self>>(self: R) -> String {
        format!("job {}", self.id)
    }
}
