pub struct Block {
    pub bytes: Vec<u8>,
    pub checksum: u64,
}

impl Block {
    pub fn is_intact(&self) -> bool {
        let sum: u64 = self.bytes.iter().copied().map(u64::from).sum();
        sum == self.checksum
    }
}
