pub struct Bounded<T, const LIMIT: usize> {
    pub items: Vec<T>,
}

impl<T, const LIMIT: usize> Bounded<T, LIMIT> {
    pub fn is_full(&self) -> bool {
        self.items.len() >= LIMIT
    }
}
