pub fn join<'a, F>(lookup: F, indices: &[usize]) -> String
where
    F: Fn(usize) -> &'a str,
{
    indices
        .iter()
        .map(|&i| lookup(i))
        .collect::<Vec<_>>()
        .join(", ")
}
