pub struct User {
    pub name: String,
    pub age: u8,
}

pub fn describe(user: &User) -> String {
    let User { name, age } = user;
    format!("{name} ({age})")
}
