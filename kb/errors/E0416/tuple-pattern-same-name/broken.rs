pub fn same_author(pair: (&str, &str)) -> bool {
    match pair {
        (user, user) => true,
        _ => false,
    }
}
