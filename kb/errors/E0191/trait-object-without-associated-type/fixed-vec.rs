pub struct Page {
    pub numbers: Vec<u32>,
}

impl Page {
    pub fn ordered(mut self, descending: bool) -> Vec<u32> {
        if descending {
            self.numbers.reverse();
        }
        self.numbers
    }
}
