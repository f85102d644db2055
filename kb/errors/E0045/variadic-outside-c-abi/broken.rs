use std::ffi::{c_char, c_int};

unsafe extern "Rust" {
    fn printf(format: *const c_char, ...) -> c_int;
}

fn main() {
    unsafe {
        printf(c"%d jobs\n".as_ptr(), 3);
    }
}
