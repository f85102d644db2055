pub struct Batches<'a> {
    rest: &'a mut [u32],
}

impl<'a> Batches<'a> {
    pub fn next_batch(&mut self, size: usize) -> &'a mut [u32] {
        let (batch, rest) = self.rest.split_at_mut(size);
        self.rest = rest;
        batch
    }
}
