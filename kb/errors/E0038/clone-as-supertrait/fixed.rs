pub trait Pricing {
    fn price(&self, base: u64) -> u64;
}

pub struct Shop {
    pub rules: Vec<Box<dyn Pricing>>,
}

impl Shop {
    pub fn final_price(&self, base: u64) -> u64 {
        self.rules
            .iter()
            .fold(base, |price, rule| rule.price(price))
    }
}
