pub fn largest<T: PartialOrd + Copy>(readings: &[T]) -> Option<T> {
    fn pick(a: T, b: T) -> T {
        if a > b { a } else { b }
    }

    readings.iter().copied().reduce(pick)
}
