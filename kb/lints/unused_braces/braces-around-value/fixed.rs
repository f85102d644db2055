pub fn to_fahrenheit(celsius: f64) -> f64 {
    let scaled = celsius * 1.8;
    scaled + 32.0
}
