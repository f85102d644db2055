pub struct Trace {
    pub volts: Vec<f64>,
}

impl Trace {
    pub fn peak(&self) -> f64 {
        self.volts.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }
}
