pub fn extension(name: String) -> &str {
    name.rsplit('.').next().unwrap_or("")
}
