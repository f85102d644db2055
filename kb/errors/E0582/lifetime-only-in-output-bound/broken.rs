pub fn join<F>(lookup: F, indices: &[usize]) -> String
where
    F: for<'a> Fn(usize) -> &'a str,
{
    indices
        .iter()
        .map(|&i| lookup(i))
        .collect::<Vec<_>>()
        .join(", ")
}
