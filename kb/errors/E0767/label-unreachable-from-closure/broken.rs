pub fn first_long_row(rows: &[Vec<String>], limit: usize) -> Option<usize> {
    let mut found = None;
    'rows: for (index, row) in rows.iter().enumerate() {
        row.iter().for_each(|cell| {
            if cell.len() > limit {
                found = Some(index);
                break 'rows;
            }
        });
    }
    found
}
