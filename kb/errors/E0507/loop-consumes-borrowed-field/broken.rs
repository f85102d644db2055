pub struct Basket {
    items: Vec<String>,
}

impl Basket {
    pub fn receipt(&self) -> String {
        let mut text = String::new();
        for item in self.items {
            text.push_str(&item);
            text.push('\n');
        }
        text
    }
}
