pub fn name_or<'a>(name: Option<&'a str>, default: &str) -> &'a str {
    match name {
        Some(name) => name,
        None => default,
    }
}

pub fn example() -> usize {
    name_or(None, "guest").len()
}
