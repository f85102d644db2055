pub trait Queue<T> {
    fn push(&mut self, job: T);
}

pub fn schedule(queue: &mut impl Queue<impl From<u32>>, id: u32) {
    queue.push(id.into());
}
