pub struct Page<T> {
    pub items: Vec<T>,
}

impl<T> Page<T> {
    pub fn describe(&self) -> String {
        format!("{} items", self.items.len())
    }
}

impl Page<u8> {
    pub fn describe(&self) -> String {
        format!("{} bytes", self.items.len())
    }
}
