pub enum Filter {
    Tag(String),
    Not(Filter),
}

impl Filter {
    pub fn accepts(&self, tags: &[String]) -> bool {
        match self {
            Filter::Tag(tag) => tags.contains(tag),
            Filter::Not(inner) => !inner.accepts(tags),
        }
    }
}
