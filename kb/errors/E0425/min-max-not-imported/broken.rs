pub struct Stock {
    pub available: u32,
}

impl Stock {
    pub fn reserve(&mut self, wanted: u32) -> u32 {
        let granted = min(wanted, self.available);
        self.available -= granted;
        granted
    }
}
