pub struct Buffer<T> {
    pub items: Vec<T>,
}

impl Drop for Buffer<u8> {
    fn drop(&mut self) {
        println!("{} items are lost", self.items.len());
    }
}
