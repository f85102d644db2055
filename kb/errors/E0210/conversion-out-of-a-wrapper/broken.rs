pub struct Checked<T> {
    value: T,
}

impl<T> From<Checked<T>> for T {
    fn from(checked: Checked<T>) -> T {
        checked.value
    }
}
