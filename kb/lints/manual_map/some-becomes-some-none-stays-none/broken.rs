pub struct User {
    pub email: Option<String>,
}

pub fn domain(user: &User) -> Option<&str> {
    match &user.email {
        Some(email) => Some(email.rsplit('@').next().unwrap_or(email)),
        None => None,
    }
}
