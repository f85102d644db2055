pub fn area(radius: f64) -> f64 {
    radius.powi(2) * std::f64::consts::PI
}
