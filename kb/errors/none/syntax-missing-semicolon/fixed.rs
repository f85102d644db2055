pub fn normalize(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.trim().to_string()
}
