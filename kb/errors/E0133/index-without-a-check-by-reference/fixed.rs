pub struct Table {
    rows: Vec<String>,
    selected: usize,
}

impl Table {
    pub fn current(&self) -> &str {
        let row = &self.rows[self.selected];
        row.trim()
    }
}
