use std::collections::HashMap;

pub fn language<'a>(settings: &'a HashMap<String, String>, user: &str) -> &'a str {
    settings.get(user).map_or("en", String::as_str)
}

pub fn example() -> usize {
    language(&HashMap::new(), "ada").len()
}
