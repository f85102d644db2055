pub fn converter(factor: f64) -> dyn Fn(f64) -> f64 {
    move |value| value * factor
}
