pub struct Table<T: 'static> {
    pub rows: &'static [T],
}

impl<T> Table<T> {
    pub fn first(&self) -> Option<&T> {
        self.rows.first()
    }
}
