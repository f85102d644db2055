pub struct PriceList {
    pub cents: Vec<u64>,
}

impl PriceList {
    pub fn raise(&mut self, extra: u64) {
        self.cents.iter_mut().for_each(|price| *price += extra);
    }
}
