pub fn find_row(rows: &[Vec<u32>], wanted: u32) -> Option<usize> {
    let mut row = 0;
    for cells in rows {
        if cells.contains(&wanted) {
            return Some(row);
        }
        row += 1;
    }
    None
}
