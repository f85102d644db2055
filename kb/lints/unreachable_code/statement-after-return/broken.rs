pub struct Meter {
    pub count: u64,
}

impl Meter {
    pub fn take(&mut self) -> u64 {
        let count = self.count;
        return count;
        self.count = 0;
    }
}
