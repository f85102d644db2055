pub struct Series {
    pub values: Vec<f64>,
}

impl Series {
    pub fn mean(&self) -> f64 {
        let sum: f64 = self.values.iter().sum();
        sum / self.values.len() as f64
    }
}
