pub struct Weather {
    pub celsius: f64,
    pub city: String,
}

impl Weather {
    pub fn feels_like(&self, wind: f64) -> f64 {
        self.celsius - 2 * wind.sqrt()
    }
}
