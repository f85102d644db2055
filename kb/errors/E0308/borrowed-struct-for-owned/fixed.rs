#[derive(Clone)]
pub struct User {
    pub id: u32,
    pub name: String,
}

pub fn by_id_or(users: &[User], id: u32, guest: User) -> User {
    match users.iter().find(|user| user.id == id) {
        Some(user) => user.clone(),
        None => guest,
    }
}
