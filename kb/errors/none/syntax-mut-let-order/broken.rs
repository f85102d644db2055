pub fn joined(parts: &[&str]) -> String {
    mut let text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}
