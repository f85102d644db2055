#[derive(Clone)]
pub struct User {
    pub id: u32,
    pub name: String,
}

pub fn by_id_or<'a>(users: &'a [User], id: u32, guest: &'a User) -> &'a User {
    match users.iter().find(|user| user.id == id) {
        Some(user) => user,
        None => guest,
    }
}
