pub struct Room {
    pub per_night: f64,
    pub cleaning_fee: f64,
}

impl Room {
    pub fn price(&self, nights: u32) -> f64 {
        self.per_night * f64::from(nights) + self.cleaning_fee
    }
}
