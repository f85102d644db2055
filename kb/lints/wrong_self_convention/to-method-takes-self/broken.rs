pub struct Ticket {
    pub holder: String,
    pub days_left: u32,
}

impl Ticket {
    pub fn is_expired(self) -> bool {
        self.days_left == 0
    }
}
