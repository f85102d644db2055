pub struct Volume {
    pub percent: u8,
}

impl Default for Volume {
    fn default() -> Self {
        Volume { percent: 50 }
    }
}
