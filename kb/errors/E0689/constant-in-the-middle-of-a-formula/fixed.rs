pub fn golden() -> f64 {
    1.0 + (5.0_f64 - 1.0).sqrt() / 2.0
}
