pub struct Filter<F> {
    accept: F,
    limit: usize,
}

impl<F> Filter<F> {
    pub fn count<T>(&self, items: &[T]) -> usize
    where
        F: Fn(&T) -> bool,
    {
        items
            .iter()
            .take(self.limit)
            .filter(|item| (self.accept)(item))
            .count()
    }
}
