use std::fmt;

pub struct Price(pub u64);

impl fmt::Display for Price {
    pub fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02} €", self.0 / 100, self.0 % 100)
    }
}
