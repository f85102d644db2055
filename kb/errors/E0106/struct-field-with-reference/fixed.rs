pub struct User {
    pub name: String,
    pub age: u32,
}

pub fn greet(user: &User) -> String {
    format!("Hello {}, {} years old", user.name, user.age)
}
