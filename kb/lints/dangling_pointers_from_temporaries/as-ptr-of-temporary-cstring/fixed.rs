use std::ffi::{CString, c_char, c_int};

unsafe extern "C" {
    fn puts(text: *const c_char) -> c_int;
}

pub fn print(text: &str) -> c_int {
    let text = CString::new(text).unwrap_or_default();
    // SAFETY: `text` lives until the end of this function and ends with a zero byte.
    unsafe { puts(text.as_ptr()) }
}
