pub struct Block {
    pub bytes: Vec<u8>,
    pub checksum: u64,
}

impl Block {
    pub fn is_intact(&self) -> bool {
        let sum: u64 = self
            .bytes
            .iter()
            .fold(0, |sum, byte| sum ^ u64::from(*byte));
        sum == self.checksum
    }
}
