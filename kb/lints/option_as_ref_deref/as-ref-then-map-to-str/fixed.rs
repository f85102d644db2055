pub struct User {
    pub nickname: Option<String>,
    pub name: String,
}

pub fn shown_name(user: &User) -> &str {
    user.nickname.as_deref().unwrap_or(&user.name)
}
