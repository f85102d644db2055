pub fn is_admin(role: Option<&str>) -> bool {
    role.map_or(false, |role| role.starts_with("admin"))
}
