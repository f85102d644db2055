use std::ptr;

pub struct RawFrame {
    pub start: *const u8,
    pub length: usize,
}

impl RawFrame {
    pub fn as_slice_ptr(&self) -> *const [u8] {
        ptr::slice_from_raw_parts(self.start, self.length)
    }
}
