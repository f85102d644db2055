pub struct Trace {
    pub volts: Vec<f64>,
}

impl Trace {
    pub fn peak(&self) -> Option<f64> {
        self.volts.iter().copied().max()
    }
}
