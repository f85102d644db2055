pub fn mentions(text: &str, first: &str, last: &str) -> bool {
    text.contains(&format!("{first} {last}"))
}
