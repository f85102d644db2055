pub struct Celsius(f64);

pub fn freezing(reading: Celsius) -> bool {
    *reading <= 0.0
}
