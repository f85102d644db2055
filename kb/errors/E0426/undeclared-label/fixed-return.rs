pub fn find(grid: &[Vec<char>], wanted: char) -> Option<(usize, usize)> {
    for (y, row) in grid.iter().enumerate() {
        for (x, &cell) in row.iter().enumerate() {
            if cell == wanted {
                return Some((x, y));
            }
        }
    }
    None
}
