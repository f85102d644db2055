pub struct Probe {
    pub samples: Vec<f64>,
}

impl Probe {
    pub fn peak(&self) -> f64 {
        self.samples.iter().copied().fold(f64::MIN, f64::max)
    }
}
