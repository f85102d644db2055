pub fn area(width: f64, height: f64) -> f64 {
    width * height
}

pub fn poster() -> f64 {
    area(3, 4.5)
}
