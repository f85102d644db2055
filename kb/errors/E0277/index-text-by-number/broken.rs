pub struct License {
    pub key: String,
}

impl License {
    pub fn is_trial(&self) -> bool {
        let marker = self.key[0];
        marker == 'T'
    }
}
