use std::cell::Cell;

#[derive(Default)]
pub struct Counter {
    count: Cell<u64>,
}

impl Counter {
    pub fn record(&self) {
        self.count.set(self.count.get() + 1);
    }

    pub fn count(&self) -> u64 {
        self.count.get()
    }
}
