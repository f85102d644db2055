pub fn largest<T: PartialOrd + Copy>(readings: &[T]) -> Option<T> {
    let pick = |a: T, b: T| if a > b { a } else { b };

    readings.iter().copied().reduce(pick)
}
