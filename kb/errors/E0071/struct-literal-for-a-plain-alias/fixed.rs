pub type Celsius = f64;

pub fn freezing_point() -> Celsius {
    0.0
}
