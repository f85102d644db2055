pub struct Buffer<T> {
    pub items: Vec<T>,
}

impl<T> Drop for Buffer<T> {
    fn drop(&mut self) {
        println!("{} items are lost", self.items.len());
    }
}
