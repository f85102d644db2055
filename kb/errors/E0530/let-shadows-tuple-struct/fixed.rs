pub struct Celsius(pub f64);

pub fn boiling_point(altitude: f64) -> Celsius {
    let celsius = 100.0 - altitude / 300.0;
    Celsius(celsius)
}
