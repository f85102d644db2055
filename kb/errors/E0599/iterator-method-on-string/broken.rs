pub struct PhoneNumber(pub String);

impl PhoneNumber {
    pub fn digits(&self) -> String {
        self.0.filter(|c| c.is_ascii_digit()).collect()
    }

    pub fn is_international(&self) -> bool {
        self.0.starts_with('+')
    }
}
