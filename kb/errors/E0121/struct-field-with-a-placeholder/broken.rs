use std::collections::HashMap;

#[derive(Default)]
pub struct Metrics {
    counters: HashMap<String, _>,
}

impl Metrics {
    pub fn hit(&mut self, name: &str) {
        *self.counters.entry(name.to_string()).or_insert(0u64) += 1;
    }
}
