pub fn doubled<T: Into<u64> + Copy>(
    numbers: &[T],
) -> impl Iterator<Item = u64> + use<'_, T, numbers> {
    numbers.iter().map(|&number| number.into() * 2)
}
