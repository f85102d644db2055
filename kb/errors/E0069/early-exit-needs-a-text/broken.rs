pub fn initials(name: &str) -> String {
    if name.trim().is_empty() {
        return;
    }
    name.split_whitespace()
        .filter_map(|part| part.chars().next())
        .collect()
}
