pub struct Thermometer {
    pub celsius: f64,
}

pub fn read(thermometer: &Thermometer) -> f64 {
    thermometer.celsius
}
