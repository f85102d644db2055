use std::marker::PhantomData;

pub struct Filter<F, T> {
    accept: F,
    limit: usize,
    items: PhantomData<fn(&T)>,
}

impl<F, T> Filter<F, T>
where
    F: Fn(&T) -> bool,
{
    pub fn new(accept: F, limit: usize) -> Self {
        Filter {
            accept,
            limit,
            items: PhantomData,
        }
    }

    pub fn count(&self, items: &[T]) -> usize {
        items
            .iter()
            .take(self.limit)
            .filter(|item| (self.accept)(item))
            .count()
    }
}
