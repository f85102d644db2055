pub struct RawFrame {
    pub start: *const u8,
    pub length: usize,
}

impl RawFrame {
    pub fn as_slice_ptr(&self) -> *const [u8] {
        self.start as *const [u8]
    }
}
