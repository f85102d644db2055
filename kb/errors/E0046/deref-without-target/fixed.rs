use std::ops::Deref;

pub struct Sorted(Vec<i64>);

impl Sorted {
    pub fn new(mut values: Vec<i64>) -> Sorted {
        values.sort_unstable();
        Sorted(values)
    }
}

impl Deref for Sorted {
    type Target = [i64];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
