pub fn area(sides: Option<(f64, f64)>) -> Option<f64> {
    sides.map(|(width, height)| width * height)
}
