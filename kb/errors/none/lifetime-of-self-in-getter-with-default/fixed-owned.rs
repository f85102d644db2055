pub struct Profile {
    pub nickname: String,
}

impl Profile {
    pub fn name_or(&self, default: &str) -> String {
        let name = if self.nickname.is_empty() {
            default
        } else {
            &self.nickname
        };
        name.to_string()
    }
}
