pub struct License {
    pub key: String,
}

impl License {
    pub fn is_trial(&self) -> bool {
        self.key.starts_with('T')
    }
}
