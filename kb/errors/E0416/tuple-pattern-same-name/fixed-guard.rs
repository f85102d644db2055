pub fn same_author(pair: (&str, &str)) -> bool {
    match pair {
        (first, second) if first == second => true,
        _ => false,
    }
}
