pub fn area(radius: f64) -> f64 {
    let square = radius ^ 2;
    square * std::f64::consts::PI
}
