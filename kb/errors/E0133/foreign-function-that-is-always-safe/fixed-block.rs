use std::ffi::c_double;

unsafe extern "C" {
    fn hypot(x: c_double, y: c_double) -> c_double;
}

pub fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    // SAFETY: `hypot` takes any numbers and reads nothing else.
    unsafe { hypot(to.0 - from.0, to.1 - from.1) }
}
