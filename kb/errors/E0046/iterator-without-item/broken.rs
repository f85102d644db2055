pub struct Backoff {
    pub delay: u32,
    pub limit: u32,
}

impl Iterator for Backoff {
    fn next(&mut self) -> Option<u32> {
        if self.delay > self.limit {
            return None;
        }
        self.delay *= 2;
        Some(self.delay)
    }
}
