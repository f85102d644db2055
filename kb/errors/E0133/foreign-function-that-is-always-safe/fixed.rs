unsafe extern "C" {
    safe fn abs(value: i32) -> i32;
}

pub fn distance(a: i32, b: i32) -> i32 {
    abs(a - b)
}
