unsafe extern "C" {
    pub fn compress(count: u32, buffer: *mut u8) -> i32;
}
