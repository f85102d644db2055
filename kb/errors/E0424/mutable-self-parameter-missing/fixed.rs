pub struct History {
    values: Vec<f64>,
    limit: usize,
}

impl History {
    pub fn record(&mut self, value: f64) {
        if self.values.len() == self.limit {
            self.values.remove(0);
        }
        self.values.push(value);
    }
}
