pub struct Page<T> {
    pub items: Vec<T>,
    pub total: usize,
}

impl<T> Page<T> {
    pub fn is_last(&self, offset: usize) -> bool {
        offset + self.items.len() >= self.total
    }
}
