pub struct Ticket {
    pub number: u32,
}

impl Ticket {
    #[must_use]
    pub fn next(&self) -> Ticket {
        Ticket {
            number: self.number + 1,
        }
    }
}
