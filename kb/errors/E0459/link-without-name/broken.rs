use std::ffi::c_double;

#[link(kind = "dylib")]
unsafe extern "C" {
    safe fn cos(x: c_double) -> c_double;
}

pub fn cosine(degrees: f64) -> f64 {
    cos(degrees.to_radians())
}
