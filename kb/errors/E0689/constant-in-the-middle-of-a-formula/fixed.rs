pub fn golden() -> f64 {
    0.5 + (1.0_f64 + 0.25).sqrt()
}
