pub fn acceptable(password: &str) -> bool {
    if password.is_empty() {
        return false;
    }
    password.len() >= 12 && password.chars().any(char::is_numeric)
}
