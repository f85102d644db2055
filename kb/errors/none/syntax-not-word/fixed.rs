pub fn label(name: &str) -> String {
    if !name.is_empty() {
        name.to_uppercase()
    } else {
        String::from("UNNAMED")
    }
}
