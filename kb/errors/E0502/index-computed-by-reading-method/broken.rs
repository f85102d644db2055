pub struct Histogram {
    counts: Vec<u64>,
    width: u64,
}

impl Histogram {
    fn bucket(&self, value: u64) -> usize {
        (value / self.width) as usize % self.counts.len()
    }

    pub fn add(&mut self, value: u64) {
        self.counts[self.bucket(value)] += 1;
    }
}
