pub enum Channel {
    pub Email(String),
    Phone(String),
}
