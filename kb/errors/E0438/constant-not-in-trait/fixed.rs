pub trait Policy {
    fn allows(&self, size: usize) -> bool;
}

pub struct Strict;

impl Strict {
    const LIMIT: usize = 4096;
}

impl Policy for Strict {
    fn allows(&self, size: usize) -> bool {
        size <= Self::LIMIT
    }
}
