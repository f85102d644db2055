use std::ffi::c_int;

#[link(name = "")]
unsafe extern "C" {
    safe fn abs(value: c_int) -> c_int;
}

fn main() {
    println!("{}", abs(-3));
}
