pub fn add_user(users: &mut Vec<String>, name: &str) {
    assert!(!name.is_empty());
    users.push(name.to_string());
}
