pub fn price(weight: f32, per_kilo: f64) -> f64 {
    per_kilo * f64::from(weight)
}
