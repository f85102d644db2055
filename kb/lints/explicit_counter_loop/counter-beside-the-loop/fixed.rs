pub fn find_row(rows: &[Vec<u32>], wanted: u32) -> Option<usize> {
    for (row, cells) in rows.iter().enumerate() {
        if cells.contains(&wanted) {
            return Some(row);
        }
    }
    None
}
