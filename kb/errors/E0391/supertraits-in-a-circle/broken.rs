pub trait Reader: Seeker {
    fn read(&mut self, buffer: &mut [u8]) -> usize;
}

pub trait Seeker: Reader {
    fn seek(&mut self, offset: u64);
}
