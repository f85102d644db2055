pub struct Backoff {
    pub delay: u32,
    pub limit: u32,
}

impl Iterator for Backoff {
    type Item = u32;

    fn next(&mut self) -> Option<Self::Item> {
        if self.delay > self.limit {
            return None;
        }
        self.delay *= 2;
        Some(self.delay)
    }
}
