pub fn greet(user: Option<&str>) -> String {
    match user {
        some(name) => format!("Hello, {name}!"),
        None => "Hello, stranger!".to_string(),
    }
}
