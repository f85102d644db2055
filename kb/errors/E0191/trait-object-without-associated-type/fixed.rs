pub struct Page {
    pub numbers: Vec<u32>,
}

impl Page {
    pub fn ordered(self, descending: bool) -> Box<dyn Iterator<Item = u32>> {
        if descending {
            Box::new(self.numbers.into_iter().rev())
        } else {
            Box::new(self.numbers.into_iter())
        }
    }
}
