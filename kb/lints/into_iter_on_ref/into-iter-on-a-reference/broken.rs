pub fn longest(names: &[String]) -> usize {
    names.into_iter().map(|name| name.len()).max().unwrap_or(0)
}
