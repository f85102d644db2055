pub fn first_blank(rows: &[Vec<String>]) -> Option<usize> {
    rows.iter()
        .position(|row| row.iter().all(|cell| cell.is_empty()))
}
