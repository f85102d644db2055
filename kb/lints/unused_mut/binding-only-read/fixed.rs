pub struct User {
    pub name: String,
}

pub fn greeting(users: &[User]) -> String {
    let names: Vec<&str> = users.iter().map(|user| user.name.as_str()).collect();
    format!("Welcome {}", names.join(", "))
}
