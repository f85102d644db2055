pub fn longest<T>(names: &[T]) -> usize
where
    T: Into<&str> + Copy,
{
    names
        .iter()
        .map(|&name| name.into().len())
        .max()
        .unwrap_or(0)
}
