#[derive(Clone, Copy)]
pub struct Money {
    pub cents: i64,
}

pub fn gross(net: Money, tax: Money) -> Money {
    net + tax
}
