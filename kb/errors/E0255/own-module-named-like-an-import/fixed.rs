use std::fmt;

mod format {
    pub fn euros(cents: u64) -> String {
        format!("{}.{:02} €", cents / 100, cents % 100)
    }
}

pub struct Price(pub u64);

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format::euros(self.0))
    }
}
