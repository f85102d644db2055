pub struct Lock {
    pub path: &'static str,
}

impl Clone for Lock {
    fn clone(&self) -> Self {
        Lock { path: self.path }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        println!("releasing {}", self.path);
    }
}
