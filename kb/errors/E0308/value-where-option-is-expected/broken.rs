pub fn first_blank(rows: &[Vec<String>]) -> Option<usize> {
    for (index, row) in rows.iter().enumerate() {
        if row.iter().all(|cell| cell.is_empty()) {
            return index;
        }
    }
    None
}
