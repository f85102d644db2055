pub struct Quota {
    pub used_bytes: u64,
    pub page_size: u64,
}

impl Quota {
    pub fn charge(&mut self, pages: u32) {
        self.used_bytes += u64::from(pages) * self.page_size;
    }
}
