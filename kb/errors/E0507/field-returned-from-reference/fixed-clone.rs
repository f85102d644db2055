pub struct Article {
    title: String,
    words: u32,
}

impl Article {
    fn title(&self) -> String {
        self.title.clone()
    }

    pub fn summary(&self) -> String {
        format!("{} ({} words)", self.title(), self.words)
    }
}
