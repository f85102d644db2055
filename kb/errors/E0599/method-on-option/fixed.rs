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
    let author = users.iter().find(|user| user.id == id)?;
    Some(author.display_name())
}
