pub fn area(sides: Option<(f64, f64)>) -> Option<f64> {
    match sides {
        Some((width, height)) => Some(width * height),
        None => None,
    }
}
