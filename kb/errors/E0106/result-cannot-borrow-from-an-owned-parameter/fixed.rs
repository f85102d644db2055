pub fn extension(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or("")
}
