pub struct Thread {
    pub title: String,
    pub replies: Vec<String>,
}

impl Thread {
    pub fn opening_reply(&self) -> Option<String> {
        self.replies.first().cloned()
    }
}
