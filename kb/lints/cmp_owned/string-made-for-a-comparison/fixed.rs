pub fn is_root(user: &str, expected: &str) -> bool {
    user == expected
}
