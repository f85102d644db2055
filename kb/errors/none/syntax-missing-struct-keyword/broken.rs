pub Customer {
    pub name: String,
    pub orders: Vec<u32>,
}
