pub fn longest<'a, T>(names: &[T]) -> usize
where
    T: Into<&'a str> + Copy,
{
    names
        .iter()
        .map(|&name| name.into().len())
        .max()
        .unwrap_or(0)
}
