unsafe extern "C" {
    fn abs(value: i32) -> i32;
}

pub fn distance(a: i32, b: i32) -> i32 {
    // SAFETY: `abs` reads nothing but its argument.
    unsafe { abs(a - b) }
}
