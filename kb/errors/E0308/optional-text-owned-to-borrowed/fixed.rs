pub struct Profile {
    pub nickname: Option<String>,
    pub login: String,
}

fn shorten(name: Option<&str>, fallback: &str) -> String {
    name.unwrap_or(fallback).chars().take(12).collect()
}

pub fn shown_name(profile: &Profile) -> String {
    shorten(profile.nickname.as_deref(), &profile.login)
}
