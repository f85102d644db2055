pub fn add_user(users: &mut Vec<String>, name: &str) {
    assert_eq!(name.is_empty(), false);
    users.push(name.to_string());
}
