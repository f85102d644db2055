pub struct Profile {
    pub nickname: String,
}

impl Profile {
    pub fn name_or<'a>(&'a self, default: &'a str) -> &'a str {
        if self.nickname.is_empty() {
            default
        } else {
            &self.nickname
        }
    }
}
