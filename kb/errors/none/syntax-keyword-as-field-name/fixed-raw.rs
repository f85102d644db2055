pub struct Event {
    pub r#type: String,
    pub id: u64,
}
