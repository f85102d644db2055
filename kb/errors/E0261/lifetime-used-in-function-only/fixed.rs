pub fn first_word<'a>(text: &'a str, default: &'a str) -> &'a str {
    text.split_whitespace().next().unwrap_or(default)
}

pub fn example() -> usize {
    let fallback = String::from("none");
    first_word("import orders", &fallback).len()
}
