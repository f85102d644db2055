#[derive(Debug, Clone, Copy)]
pub struct Celsius(pub f64);

pub fn mean(readings: &[Celsius]) -> f64 {
    let mut sum = 0.0;
    for reading in readings {
        sum += *reading as f64;
    }
    sum / readings.len() as f64
}
