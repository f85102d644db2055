pub type Celsius = f64;

pub fn freezing_point() -> Celsius {
    Celsius { degrees: 0.0 }
}
