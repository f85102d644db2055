pub struct Order {
    pub id: u64,
    items: Vec<String>,
}

impl Order {
    pub fn open(id: u64) -> Order {
        Order { id }
    }

    pub fn add(&mut self, item: String) {
        self.items.push(item);
    }
}
