pub struct Profile {
    pub login: String,
    pub nickname: Option<String>,
}

impl Profile {
    pub fn greeting(&self) -> String {
        let name = self.nickname.as_deref().unwrap_or_default();
        format!("Hello {name} ({})", self.login)
    }
}
