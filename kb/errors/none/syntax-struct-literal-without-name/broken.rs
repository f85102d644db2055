pub struct Counter {
    pub count: u32,
    pub step: u32,
}

impl Counter {
    pub fn new(step: u32) -> Self {
        count: 0, step
    }
}
