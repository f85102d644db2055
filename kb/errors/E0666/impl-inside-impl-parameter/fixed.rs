pub trait Queue<T> {
    fn push(&mut self, job: T);
}

pub fn schedule<T: From<u32>>(queue: &mut impl Queue<T>, id: u32) {
    queue.push(id.into());
}
