use std::ffi::c_int;

unsafe extern "C" {
    fn abs(value: c_int) -> c_int;
}

fn main() {
    // SAFETY: only the smallest `c_int` has no absolute value.
    println!("{}", unsafe { abs(-5) });
}
