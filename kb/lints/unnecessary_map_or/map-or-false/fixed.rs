pub fn is_admin(role: Option<&str>) -> bool {
    role.is_some_and(|role| role.starts_with("admin"))
}
