pub struct User {
    pub id: u32,
    pub name: String,
}

pub fn by_id(users: &[User], id: u32) -> Option<&User> {
    users.iter().find(|user| user.id == id)
}
