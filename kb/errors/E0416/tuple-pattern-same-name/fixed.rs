pub fn same_author(pair: (&str, &str)) -> bool {
    let (first, second) = pair;
    first == second
}
