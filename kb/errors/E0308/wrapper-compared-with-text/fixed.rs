#[derive(Debug, Clone, PartialEq)]
pub struct Currency(pub String);

pub struct Price {
    pub amount: u64,
    pub currency: Currency,
}

pub fn in_euro(price: &Price) -> bool {
    price.currency.0 == "EUR"
}
