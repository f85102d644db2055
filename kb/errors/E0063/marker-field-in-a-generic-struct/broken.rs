use std::marker::PhantomData;

pub struct Id<T> {
    pub number: u64,
    marker: PhantomData<T>,
}

impl<T> Id<T> {
    pub fn new(number: u64) -> Self {
        Id { number }
    }

    pub fn same_as(&self, other: &Id<T>) -> bool {
        self.number == other.number && self.marker == other.marker
    }
}
