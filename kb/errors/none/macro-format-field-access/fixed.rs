pub struct User {
    pub name: String,
    pub age: u8,
}

pub fn describe(user: &User) -> String {
    format!("{} ({})", user.name, user.age)
}
