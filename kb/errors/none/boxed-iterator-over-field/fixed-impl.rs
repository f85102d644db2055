pub struct Catalog {
    titles: Vec<String>,
}

impl Catalog {
    pub fn titles(&self) -> impl Iterator<Item = &String> {
        self.titles.iter()
    }
}
