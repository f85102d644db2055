pub struct Limits<T> {
    pub low: T,
    pub high: T,
}

impl<T> Limits<T> {
    pub fn contains(&self, value: &T) -> bool {
        *value >= self.low && self.high >= *value
    }
}
