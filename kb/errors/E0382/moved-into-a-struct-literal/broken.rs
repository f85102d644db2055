pub struct User {
    pub name: String,
    pub greeting: String,
}

pub fn register(name: String) -> User {
    User {
        name,
        greeting: format!("Welcome, {name}!"),
    }
}
