pub struct User {
    id: u32,
    first: String,
    last: String,
}

impl User {
    pub fn display_name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

pub fn author_name(users: &[User], id: u32) -> Option<String> {
    let name = users.iter().find(|user| user.id == id).display_name();
    Some(name)
}
