pub trait Summary {
    fn summary(&self) -> String;
}

pub struct Order {
    pub id: u32,
}

impl Summary for Order {
    fn summary(&self) -> String {
        format!("order #{}", self.id)
    }
}
