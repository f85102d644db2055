pub fn display_name(name: &str) -> &str {
    if name.is_empty() { "anonymous" } else { name }
}
