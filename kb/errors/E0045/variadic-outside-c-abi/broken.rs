use std::ffi::{c_char, c_int};

unsafe extern "Rust" {
    fn printf(format: *const c_char, ...) -> c_int;
}

fn main() {
    // SAFETY: `%d` asks for one `c_int`, and one follows.
    unsafe {
        printf(c"%d jobs\n".as_ptr(), 3);
    }
}
