fn is_reserved(name: &str) -> bool {
    matches!(name, "admin" | "root")
}

pub fn may_register(name: &str) -> bool {
    name.len() > 2 && !is_reserved(name)
}
