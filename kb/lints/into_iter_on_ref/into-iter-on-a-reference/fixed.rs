pub fn longest(names: &[String]) -> usize {
    names.iter().map(|name| name.len()).max().unwrap_or(0)
}
