pub fn relation(pair: (&str, &str)) -> &'static str {
    match pair {
        (author, editor) if author == editor => "own entry",
        (_, "admin") => "checked",
        _ => "open",
    }
}
