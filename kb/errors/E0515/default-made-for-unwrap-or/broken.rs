use std::collections::HashMap;

pub fn language<'a>(settings: &'a HashMap<String, String>, user: &str) -> &'a str {
    settings.get(user).unwrap_or(&"en".to_string())
}

pub fn example() -> usize {
    language(&HashMap::new(), "ada").len()
}
