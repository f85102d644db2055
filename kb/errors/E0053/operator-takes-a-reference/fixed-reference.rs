use std::ops::Add;

#[derive(Clone, Copy)]
pub struct Money(u64);

impl Add<&Money> for Money {
    type Output = Money;

    fn add(self, other: &Money) -> Money {
        Money(self.0 + other.0)
    }
}
