pub fn max(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

pub fn peak(left: f64, right: f64) -> f64 {
    max(left.abs(), right.abs())
}
