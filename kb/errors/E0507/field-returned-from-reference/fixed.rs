pub struct Article {
    title: String,
    words: u32,
}

impl Article {
    fn title(&self) -> &str {
        &self.title
    }

    pub fn summary(&self) -> String {
        format!("{} ({} words)", self.title(), self.words)
    }
}
