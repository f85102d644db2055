pub fn first_long_row(rows: &[Vec<String>], limit: usize) -> Option<usize> {
    rows.iter()
        .position(|row| row.iter().any(|cell| cell.len() > limit))
}
