pub fn is_valid_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(char::is_alphanumeric)
}
