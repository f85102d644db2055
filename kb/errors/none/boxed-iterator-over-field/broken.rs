pub struct Catalog {
    titles: Vec<String>,
}

impl Catalog {
    pub fn titles(&self) -> Box<dyn Iterator<Item = &String>> {
        Box::new(self.titles.iter())
    }
}
