unsafe extern "C" {
    pub fn compress(mut count: u32, buffer: *mut u8) -> i32;
}
