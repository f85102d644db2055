pub fn find(grid: &[Vec<u8>], wanted: u8) -> Option<(usize, usize)> {
    let mut found = None;
    'rows: for (y, row) in grid.iter().enumerate() {
        for (x, cell) in row.iter().enumerate() {
            if *cell == wanted {
                found = Some((x, y));
                break 'rows;
            }
        }
    }
    found
}
