pub struct Stack<T> {
    items: Vec<T>,
}

impl Stack {
    pub fn depth(&self) -> usize {
        self.items.len()
    }
}
