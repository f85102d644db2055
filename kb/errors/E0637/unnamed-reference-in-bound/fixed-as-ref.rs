pub fn longest<T>(names: &[T]) -> usize
where
    T: AsRef<str>,
{
    names
        .iter()
        .map(|name| name.as_ref().len())
        .max()
        .unwrap_or(0)
}
