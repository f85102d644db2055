fn is_reserved(name: &str) -> bool {
    matches!(name, "admin" | "root")
}

pub fn may_register(name: &String, taken: &[String]) -> bool {
    !is_reserved(&**name) && !taken.contains(name)
}
