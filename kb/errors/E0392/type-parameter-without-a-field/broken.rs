pub struct Id<T> {
    pub number: u64,
}

pub struct Order {
    pub id: Id<Order>,
    pub total: u64,
}
