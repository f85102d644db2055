use std::ffi::{CString, c_char, c_int};

unsafe extern "C" {
    fn puts(text: *const c_char) -> c_int;
}

pub fn print(text: &str) -> c_int {
    let pointer = CString::new(text).unwrap_or_default().as_ptr();
    unsafe { puts(pointer) }
}
