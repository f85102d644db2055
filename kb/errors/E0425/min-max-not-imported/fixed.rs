pub struct Stock {
    pub available: u32,
}

impl Stock {
    pub fn reserve(&mut self, wanted: u32) -> u32 {
        let granted = wanted.min(self.available);
        self.available -= granted;
        granted
    }
}
