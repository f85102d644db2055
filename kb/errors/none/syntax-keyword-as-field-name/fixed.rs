pub struct Event {
    pub kind: String,
    pub id: u64,
}
