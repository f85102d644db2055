#[derive(Debug, Clone, Copy)]
pub struct Celsius(pub f64);

impl From<Celsius> for f64 {
    fn from(temperature: Celsius) -> f64 {
        temperature.0
    }
}

pub fn mean(readings: &[Celsius]) -> f64 {
    let mut sum = 0.0;
    for reading in readings {
        sum += f64::from(*reading);
    }
    sum / readings.len() as f64
}
