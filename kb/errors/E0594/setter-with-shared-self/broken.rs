#[derive(Default)]
pub struct Counter {
    count: u64,
}

impl Counter {
    pub fn record(&self) {
        self.count += 1;
    }

    pub fn count(&self) -> u64 {
        self.count
    }
}
