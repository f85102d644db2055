pub trait Extension {
    fn mean(&self) -> f64;
}

impl Extension for Vec<f64> {
    fn mean(&self) -> f64 {
        self.iter().sum::<f64>() / self.len() as f64
    }
}
