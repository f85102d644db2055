pub fn normalised(name: &str) -> String {
    let cleaned = name.trim();
    cleaned.to_lowercase();
    cleaned.to_string()
}
