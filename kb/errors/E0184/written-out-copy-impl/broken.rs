pub struct Lock {
    pub path: &'static str,
}

impl Clone for Lock {
    fn clone(&self) -> Self {
        Lock { path: self.path }
    }
}

impl Copy for Lock {}

impl Drop for Lock {
    fn drop(&mut self) {
        println!("releasing {}", self.path);
    }
}
