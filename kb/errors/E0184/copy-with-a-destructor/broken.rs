#[derive(Debug, Copy, Clone)]
pub struct Handle {
    pub id: u32,
}

impl Drop for Handle {
    fn drop(&mut self) {
        println!("closing {}", self.id);
    }
}
