pub struct Invoice {
    pub id: u32,
    pub total u64,
}
