use std::ops::Deref;

pub struct Sorted(Vec<i64>);

impl Sorted {
    pub fn new(mut values: Vec<i64>) -> Sorted {
        values.sort_unstable();
        Sorted(values)
    }
}

impl Deref for Sorted {
    fn deref(&self) -> &[i64] {
        &self.0
    }
}
