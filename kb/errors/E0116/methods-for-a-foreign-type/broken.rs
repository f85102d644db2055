impl Vec<f64> {
    pub fn mean(&self) -> f64 {
        self.iter().sum::<f64>() / self.len() as f64
    }
}
