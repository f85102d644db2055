use std::ffi::{c_char, c_int};

unsafe extern "C" {
    fn printf(format: *const c_char, ...) -> c_int;
}

fn main() {
    let celsius: f32 = 21.5;
    // SAFETY: the format string ends in a zero byte and names one double.
    unsafe { printf(c"%.1f\n".as_ptr(), celsius) };
}
