fn is_valid(reading: f64) -> bool {
    reading.is_finite() && reading > -273.15
}

pub fn average(readings: &[f64]) -> Option<f64> {
    if readings.is_empty() {
        return None;
    }
    Some(readings.iter().sum::<f64>() / readings.len() as f64)
}
