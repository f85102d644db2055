pub struct Histogram {
    bins: Vec<u32>,
}

impl Histogram {
    pub fn counts(&self) -> impl Iterator<Item = u32> {
        self.bins.iter().copied()
    }
}
