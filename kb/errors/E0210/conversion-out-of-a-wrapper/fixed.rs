pub struct Checked<T> {
    value: T,
}

impl<T> Checked<T> {
    pub fn into_inner(self) -> T {
        self.value
    }
}
