use std::collections::HashMap;

pub struct Rates {
    pub per_country: HashMap<String, f64>,
}

impl Rates {
    pub fn rate(&self, country: &str) -> f64 {
        let key = country.to_uppercase();
        self.per_country.get(&key).copied().unwrap_or(0.0)
    }
}
