pub struct User {
    pub nickname: Option<String>,
    pub name: String,
}

pub fn shown_name(user: &User) -> &str {
    user.nickname
        .as_ref()
        .map(|name| name.as_str())
        .unwrap_or(&user.name)
}
