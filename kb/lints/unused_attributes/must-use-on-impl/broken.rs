pub struct Ticket {
    pub number: u32,
}

#[must_use]
impl Ticket {
    pub fn next(&self) -> Ticket {
        Ticket {
            number: self.number + 1,
        }
    }
}
