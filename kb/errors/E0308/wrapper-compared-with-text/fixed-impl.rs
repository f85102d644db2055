#[derive(Debug, Clone, PartialEq)]
pub struct Currency(pub String);

pub struct Price {
    pub amount: u64,
    pub currency: Currency,
}

impl PartialEq<&str> for Currency {
    fn eq(&self, code: &&str) -> bool {
        self.0 == *code
    }
}

pub fn in_euro(price: &Price) -> bool {
    price.currency == "EUR"
}
