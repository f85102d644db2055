use std::ffi::c_double;

unsafe extern "C" {
    safe fn hypot(x: c_double, y: c_double) -> c_double;
}

pub fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    hypot(to.0 - from.0, to.1 - from.1)
}
