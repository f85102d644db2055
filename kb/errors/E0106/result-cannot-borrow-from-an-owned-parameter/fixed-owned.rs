pub fn extension(name: String) -> String {
    name.rsplit('.').next().unwrap_or("").to_string()
}
