pub struct Order {
    pub id: u32
    pub total: u64,
}
