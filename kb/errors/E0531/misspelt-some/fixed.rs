pub fn greet(user: Option<&str>) -> String {
    match user {
        Some(name) => format!("Hello, {name}!"),
        None => "Hello, stranger!".to_string(),
    }
}
