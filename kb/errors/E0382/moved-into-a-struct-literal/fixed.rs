pub struct User {
    pub name: String,
    pub greeting: String,
}

pub fn register(name: String) -> User {
    let greeting = format!("Welcome, {name}!");
    User { name, greeting }
}
