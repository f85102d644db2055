pub struct Clock {
    ticks: u64,
}

impl<T> Clock {
    pub fn tick(&mut self) {
        self.ticks += 1;
    }

    pub fn seconds(&self) -> u64 {
        self.ticks / 60
    }
}
