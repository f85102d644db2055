pub struct Celsius {
    pub degrees: f64,
}

pub fn freezing_point() -> Celsius {
    Celsius { degrees: 0.0 }
}
