pub struct PriceList {
    pub cents: Vec<u64>,
}

impl PriceList {
    pub fn raise(&mut self, extra: u64) {
        for price in &mut self.cents {
            *price += extra;
        }
    }
}
