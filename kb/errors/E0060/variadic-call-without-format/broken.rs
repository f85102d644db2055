use std::ffi::{c_char, c_int};

unsafe extern "C" {
    fn printf(format: *const c_char, ...) -> c_int;
}

fn main() {
    // SAFETY: the format is a C string and asks for no further arguments.
    unsafe {
        printf();
    }
}
