pub fn golden() -> f64 {
    0.5 + (1.0 + 0.25).sqrt()
}
