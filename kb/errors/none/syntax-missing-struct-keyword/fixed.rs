pub struct Customer {
    pub name: String,
    pub orders: Vec<u32>,
}
