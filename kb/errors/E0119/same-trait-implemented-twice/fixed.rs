pub trait Total {
    fn total(&self) -> u64;
}

pub struct Invoice {
    pub net: u64,
    pub tax: u64,
}

impl Total for Invoice {
    fn total(&self) -> u64 {
        self.net + self.tax
    }
}
