pub struct Table<Key = String> {
    pub rows: Vec<(Key, f64)>,
}

pub fn total(table: &Table<Key = u32>) -> f64 {
    table.rows.iter().map(|(_, amount)| amount).sum()
}
