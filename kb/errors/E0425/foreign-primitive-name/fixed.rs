pub struct Temperature {
    pub celsius: f64,
}

impl Temperature {
    pub fn is_freezing(&self) -> bool {
        self.celsius <= 0.0
    }
}
