pub struct Lock {
    pub path: &'static str,
}

impl Drop for Lock {
    fn drop(&mut self) {
        println!("releasing {}", self.path);
    }
}
