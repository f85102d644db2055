pub enum Channel {
    Email(String),
    Phone(String),
}
