pub struct Shelf {
    pub items: Vec<(String, u32)>,
}

impl Shelf {
    pub fn count(&self, name: &str) -> u32 {
        match self.items.iter().find(|(label, _)| label == name) {
            Some(found) => entry.1,
            None => 0,
        }
    }
}
