fn is_valid(reading: f64) -> bool {
    reading.is_finite() && reading > -273.15
}

pub fn average(readings: &[f64]) -> Option<f64> {
    let valid: Vec<f64> = readings.iter().copied().filter(|r| is_valid(*r)).collect();
    if valid.is_empty() {
        return None;
    }
    Some(valid.iter().sum::<f64>() / valid.len() as f64)
}
