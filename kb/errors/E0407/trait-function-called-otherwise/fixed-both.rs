pub struct Volume {
    pub percent: u8,
}

impl Volume {
    pub fn new() -> Self {
        Volume { percent: 50 }
    }
}

impl Default for Volume {
    fn default() -> Self {
        Self::new()
    }
}
