pub struct Event {
    pub type: String,
    pub id: u64,
}
