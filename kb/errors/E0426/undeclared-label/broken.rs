pub fn find(grid: &[Vec<char>], wanted: char) -> Option<(usize, usize)> {
    let mut found = None;
    for (y, row) in grid.iter().enumerate() {
        for (x, &cell) in row.iter().enumerate() {
            if cell == wanted {
                found = Some((x, y));
                break 'rows;
            }
        }
    }
    found
}
