pub fn converter(factor: f64) -> impl Fn(f64) -> f64 {
    move |value| value * factor
}
