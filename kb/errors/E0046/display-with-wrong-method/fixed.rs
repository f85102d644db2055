use std::fmt;

pub struct Price {
    pub cents: u64,
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

pub fn price_label(price: &Price) -> String {
    format!("now only {price}!")
}
