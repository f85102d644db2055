pub struct Quota {
    pub used_bytes: u64,
    pub page_size: u64,
}

impl Quota {
    pub fn charge(&mut self, pages: u32) {
        let count: u64 = pages;
        self.used_bytes += count * self.page_size;
    }
}
