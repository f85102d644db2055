pub fn choose<'a, 'b>(current: &'a str, fallback: &'b str) -> &'a str {
    if current.trim().is_empty() {
        fallback
    } else {
        current
    }
}

pub fn example() -> usize {
    choose("", "default.toml").len()
}
