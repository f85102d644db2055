pub fn choose<'a>(current: &'a str, fallback: &'a str) -> &'a str {
    if current.trim().is_empty() {
        fallback
    } else {
        current
    }
}

pub fn example() -> usize {
    choose("", "default.toml").len()
}
