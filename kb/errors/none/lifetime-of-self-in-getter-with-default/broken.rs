pub struct Profile {
    pub nickname: String,
}

impl Profile {
    pub fn name_or(&self, default: &str) -> &str {
        if self.nickname.is_empty() {
            default
        } else {
            &self.nickname
        }
    }
}
