pub fn to_radius(circumference: f64) -> f64 {
    circumference / std::f64::consts::TAU
}
