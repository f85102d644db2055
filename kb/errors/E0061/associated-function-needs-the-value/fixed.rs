pub struct Meter {
    pub ticks: u64,
    pub factor: u64,
}

impl Meter {
    pub fn reading(&self) -> u64 {
        self.ticks * self.factor
    }
}

pub fn used_since(meter: &Meter, before: u64) -> u64 {
    meter.reading() - before
}
