pub struct Query {
    parts: Vec<String>,
}

impl Query {
    #[must_use = "the query is returned, not changed in place"]
    pub fn and(mut self, part: &str) -> Self {
        self.parts.push(part.to_string());
        self
    }
}
