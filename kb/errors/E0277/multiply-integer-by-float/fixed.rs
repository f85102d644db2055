pub struct LineItem {
    pub quantity: u32,
    pub unit_price: f64,
}

impl LineItem {
    pub fn total(&self) -> f64 {
        f64::from(self.quantity) * self.unit_price
    }
}
