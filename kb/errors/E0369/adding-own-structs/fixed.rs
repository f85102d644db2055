use std::ops::Add;

#[derive(Clone, Copy)]
pub struct Money {
    pub cents: i64,
}

impl Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        Money {
            cents: self.cents + other.cents,
        }
    }
}

pub fn gross(net: Money, tax: Money) -> Money {
    net + tax
}
