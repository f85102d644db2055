pub fn is_valid_name(name: &String) -> bool {
    !name.is_empty() && name.chars().all(char::is_alphanumeric)
}
