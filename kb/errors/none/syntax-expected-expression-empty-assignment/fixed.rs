pub fn greeting(formal: bool) -> &'static str {
    if formal { "Good day" } else { "Hi" }
}
