pub struct Filter<F> {
    accept: F,
    limit: usize,
}

impl<F, T> Filter<F>
where
    F: Fn(&T) -> bool,
{
    pub fn count(&self, items: &[T]) -> usize {
        items
            .iter()
            .take(self.limit)
            .filter(|item| (self.accept)(item))
            .count()
    }
}
