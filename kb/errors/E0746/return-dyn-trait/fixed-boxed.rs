pub fn converter(factor: f64) -> Box<dyn Fn(f64) -> f64> {
    Box::new(move |value| value * factor)
}
