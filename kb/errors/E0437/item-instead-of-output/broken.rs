use std::ops::Mul;

pub struct Price(pub u64);

impl Mul<u64> for Price {
    type Result = Price;

    fn mul(self, quantity: u64) -> Price {
        Price(self.0 * quantity)
    }
}
