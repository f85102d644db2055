pub struct Page<T> {
    pub items: Vec<T>,
    pub total: usize,
}

impl Page<T> {
    pub fn is_last(&self, offset: usize) -> bool {
        offset + self.items.len() >= self.total
    }
}
