pub struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    pub fn depth(&self) -> usize {
        self.items.len()
    }
}
