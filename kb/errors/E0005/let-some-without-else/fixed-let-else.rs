pub struct User {
    pub id: u32,
    pub email: String,
}

pub fn mail_domain(users: &[User], id: u32) -> Option<&str> {
    let Some(user) = users.iter().find(|user| user.id == id) else {
        eprintln!("no user {id}");
        return None;
    };
    user.email.split('@').nth(1)
}
