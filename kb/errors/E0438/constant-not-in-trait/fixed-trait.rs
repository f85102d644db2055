pub trait Policy {
    const LIMIT: usize;

    fn allows(&self, size: usize) -> bool;
}

pub struct Strict;

impl Policy for Strict {
    const LIMIT: usize = 4096;

    fn allows(&self, size: usize) -> bool {
        size <= Self::LIMIT
    }
}
