pub struct User {
    pub email: Option<String>,
}

pub fn domain(user: &User) -> Option<&str> {
    user.email
        .as_ref()
        .map(|email| email.rsplit('@').next().unwrap_or(email))
}
