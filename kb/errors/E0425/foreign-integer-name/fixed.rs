pub struct Booking {
    pub seats: u32,
    pub price_cents: u32,
}

impl Booking {
    pub fn total_cents(&self) -> u32 {
        self.seats * self.price_cents
    }
}
