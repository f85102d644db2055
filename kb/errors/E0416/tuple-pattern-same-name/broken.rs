pub fn relation(pair: (&str, &str)) -> &'static str {
    match pair {
        (user, user) => "own entry",
        (_, "admin") => "checked",
        _ => "open",
    }
}
