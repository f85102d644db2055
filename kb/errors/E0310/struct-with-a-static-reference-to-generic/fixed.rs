pub struct Table<'a, T> {
    pub rows: &'a [T],
}

impl<T> Table<'_, T> {
    pub fn first(&self) -> Option<&T> {
        self.rows.first()
    }
}
