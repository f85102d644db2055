pub fn celsius(kelvin: f64) => f64 {
    kelvin - 273.15
}
