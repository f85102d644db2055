pub struct Tag(String);

impl Tag {
    fn normalize(text: &str) -> String {
        text.trim().to_lowercase()
    }

    pub fn new(text: &str) -> Tag {
        Tag(Self::normalize(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
