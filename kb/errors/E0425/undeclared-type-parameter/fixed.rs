pub fn largest<T: PartialOrd>(values: &[T]) -> Option<&T> {
    let mut best = values.first()?;
    for value in values {
        if value > best {
            best = value;
        }
    }
    Some(best)
}
