pub struct Temperature {
    pub celsius: double,
}

impl Temperature {
    pub fn is_freezing(&self) -> bool {
        self.celsius <= 0.0
    }
}
