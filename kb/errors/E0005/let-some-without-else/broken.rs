pub struct User {
    pub id: u32,
    pub email: String,
}

pub fn mail_domain(users: &[User], id: u32) -> Option<&str> {
    let Some(user) = users.iter().find(|user| user.id == id);
    user.email.split('@').nth(1)
}
