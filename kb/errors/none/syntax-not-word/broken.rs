pub fn label(name: &str) -> String {
    if not name.is_empty() {
        name.to_uppercase()
    } else {
        String::from("UNNAMED")
    }
}
