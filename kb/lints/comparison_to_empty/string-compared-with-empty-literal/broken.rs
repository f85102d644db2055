pub fn display_name(name: &str) -> &str {
    if name == "" { "anonymous" } else { name }
}
