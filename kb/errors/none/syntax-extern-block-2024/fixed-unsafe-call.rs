use std::ffi::c_double;

unsafe extern "C" {
    fn cbrt(x: c_double) -> c_double;
}

pub fn edge(volume: f64) -> f64 {
    // SAFETY: `cbrt` takes any number.
    unsafe { cbrt(volume) }
}
