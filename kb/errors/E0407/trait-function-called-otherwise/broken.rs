pub struct Volume {
    pub percent: u8,
}

impl Default for Volume {
    fn new() -> Self {
        Volume { percent: 50 }
    }
}
